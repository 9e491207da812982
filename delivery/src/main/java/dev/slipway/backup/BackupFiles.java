package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of a backup as they were before they were encrypted, once it is known that who wrote
 * its manifest had the key. Immutable.
 *
 * @param backup whose
 * @param seal how they are encrypted
 */
record BackupFiles(Backup backup, FileSeal seal) {

  private static final String USE_ANOTHER = "Use another backup.";

  /**
   * Looks whether the manifest is what somebody with the key wrote; one of a backup that is not
   * encrypted has no more than its hash.
   *
   * @throws SlipwayException when the key is not among those that are known, or the manifest was
   *     changed
   */
  static BackupFiles of(Backup backup, BackupKeys keys) {
    Encryption encryption = backup.manifest().encryption();
    if (encryption == null) {
      return new BackupFiles(backup, FileSeal.NONE);
    }
    BackupKey key = keys.find(encryption.key());
    if (key == null) {
      throw missing(backup, encryption.key(), keys.ids());
    }
    if (!encryption.method().equals(BackupKey.METHOD)) {
      throw damaged(backup.place() + " is encrypted by a method that is not known.", USE_ANOTHER);
    }
    if (!key.isMark(mark(backup), BackupFolder.MANIFEST, backup.manifestBytes())) {
      throw damaged(
          backup.place()
              + "/"
              + BackupFolder.MANIFEST
              + " was not written by who has the key "
              + key
              + ": it was changed.",
          USE_ANOTHER);
    }
    if (!encryption.name().equals(backup.name())) {
      throw damaged(
          backup.place() + " is the backup " + encryption.name() + " under another name.",
          "Give it back its name, if it was you who changed it.");
    }
    return new BackupFiles(backup, new FileSeal(key, encryption.identity()));
  }

  private static String mark(Backup backup) {
    try (InputStream in = backup.store().read(backup.name(), BackupFolder.MANIFEST_MARK)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (NoSuchFileException e) {
      return "";
    } catch (IOException e) {
      throw damaged(
          backup.place() + "/" + BackupFolder.MANIFEST_MARK + " can't be read: " + e.getMessage(),
          USE_ANOTHER);
    }
  }

  /** The key that it is encrypted with; null for none. */
  @Nullable BackupKey key() {
    return seal.key();
  }

  /**
   * The bytes of a file as they were.
   *
   * @param stored its bytes as they are stored
   */
  InputStream open(DataFile file, InputStream stored) throws IOException {
    return seal.from(stored, file.name());
  }

  /** A file of statements, after it was compared. */
  String text(String file) {
    DataFile known = backup.schemaFile(file);
    backup.check(known);
    try (InputStream stored = backup.read(known);
        InputStream in = open(known, stored)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw damaged(
          backup.place() + "/" + file + " can't be read: " + e.getMessage() + ".", USE_ANOTHER);
    }
  }

  private static SlipwayException missing(Backup backup, String needed, List<String> known) {
    return new SlipwayException(
        BackupError.BACKUP_KEY_MISSING,
        backup.place()
            + " is encrypted with the key "
            + needed
            + ", and "
            + (known.isEmpty()
                ? "no key is configured."
                : "what is configured is " + String.join(", ", known) + "."),
        "Name where that key is under backups: { encrypt: { key: … } } of slipway.yml, or among"
            + " its former ones.");
  }

  private static SlipwayException damaged(String what, String next) {
    return new SlipwayException(BackupError.BACKUP_DAMAGED, what, next);
  }
}
