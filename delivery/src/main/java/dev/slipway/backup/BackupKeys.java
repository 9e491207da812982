package dev.slipway.backup;

import dev.slipway.config.BackupEncryption;
import dev.slipway.config.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a project's backups: the one that new ones are encrypted with, and former ones that
 * old ones still need. They are fetched when one is needed first. Thread-safe.
 */
public final class BackupKeys {

  private final @Nullable BackupEncryption settings;
  private @Nullable List<BackupKey> fetched;

  private BackupKeys(@Nullable BackupEncryption settings) {
    this.settings = settings;
  }

  /** Those that a configuration names; null for none. */
  public static BackupKeys of(@Nullable BackupEncryption settings) {
    return new BackupKeys(settings);
  }

  /** Whether new backups are encrypted. */
  boolean encrypt() {
    return settings != null;
  }

  /** The key that new backups are encrypted with; null where they are not. */
  @Nullable BackupKey current() {
    return all().isEmpty() ? null : all().getFirst();
  }

  /** The key of an id; null where it is not among them. */
  @Nullable BackupKey find(String id) {
    return all().stream().filter(key -> key.id().equals(id)).findFirst().orElse(null);
  }

  /** The ids of all, the current one first. */
  List<String> ids() {
    return all().stream().map(BackupKey::id).toList();
  }

  private synchronized List<BackupKey> all() {
    if (fetched == null) {
      List<BackupKey> keys = new ArrayList<>();
      if (settings != null) {
        keys.add(parsed(settings.key()));
        settings.former().forEach(each -> keys.add(parsed(each)));
      }
      fetched = List.copyOf(keys);
    }
    return fetched;
  }

  private static BackupKey parsed(Secret secret) {
    return BackupKey.parse(secret.fetch(), "What slipway.yml names as " + secret);
  }
}
