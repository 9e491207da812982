package dev.slipway.pitr;

import dev.slipway.config.PitrSettings;
import dev.slipway.embedded.ServerOwner;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be set so that a server's log is kept from now on.
 *
 * @param data the server's folder
 * @param config the file that pgBackRest reads
 * @param text what belongs there
 * @param settings the server's settings
 */
public record ArchiveSetup(Path data, Path config, String text, List<ServerSetting> settings) {

  /** An idle server keeps its log to itself for as long as a file of it is not full. */
  private static final String TIMEOUT = "60";

  /** Copies the settings. */
  public ArchiveSetup {
    settings = List.copyOf(settings);
  }

  static ArchiveSetup of(PitrSettings settings, Path data, ServerLook look, String user) {
    List<String> lines = new ArrayList<>();
    lines.add("[global]");
    lines.add("repo1-path=" + settings.repository());
    lines.add("repo1-retention-full=" + settings.keep());
    lines.add("start-fast=y");
    lines.add("");
    lines.add("[" + settings.stanza() + "]");
    lines.add("pg1-path=" + data);
    lines.add("pg1-port=" + look.settings().getOrDefault("port", "5432"));
    if (!user.isEmpty()) {
      lines.add("pg1-user=" + user);
    }
    return new ArchiveSetup(
        data, settings.config(), String.join("\n", lines) + "\n", settings(settings, look));
  }

  static List<ServerSetting> settings(PitrSettings settings, ServerLook look) {
    String command =
        quoted(settings.program())
            + " --config="
            + quoted(settings.config().toString())
            + " --stanza="
            + settings.stanza()
            + " archive-push %p";
    var is = look.settings();
    return List.of(
        ServerSetting.of(
            "wal_level",
            "replica",
            is.get("wal_level"),
            List.of("replica", "logical")::contains,
            true),
        ServerSetting.of(
            "archive_mode", "on", is.get("archive_mode"), List.of("on", "always")::contains, true),
        ServerSetting.of(
            "archive_command",
            command,
            is.get("archive_command"),
            text -> text.contains("archive-push") && text.contains("--stanza=" + settings.stanza()),
            false),
        ServerSetting.of(
            "archive_timeout",
            TIMEOUT,
            is.get("archive_timeout"),
            text -> !text.equals("0"),
            false));
  }

  /**
   * Writes pgBackRest's settings, for the owner of the server's files.
   *
   * @return false where they are there already, just so
   * @throws SlipwayException {@link PitrError#PITR_CONFIG_USED} when the file holds something else
   */
  public boolean write() {
    try {
      if (Files.exists(config)) {
        if (Files.readString(config).equals(text)) {
          return false;
        }
        throw new SlipwayException(
            PitrError.PITR_CONFIG_USED,
            config + " holds something else already.",
            "Write into it what `slipway backup pitr configure` prints, or name another file:"
                + " pitr: { config: FILE }.");
      }
      Files.createDirectories(config.toAbsolutePath().getParent());
      ServerOwner.of(data).own(Files.writeString(config, text));
      return true;
    } catch (IOException e) {
      throw new SlipwayException(
          PitrError.PITR_CONFIG_USED,
          config + " can't be written: " + e.getMessage() + ".",
          "Name a file that can be: pitr: { config: FILE }.",
          e);
    }
  }

  /** Whether all of the server is set already. */
  public boolean isComplete() {
    return settings.stream().allMatch(ServerSetting::isRight);
  }

  /** Whether a setting that is wrong holds only after a restart. */
  public boolean needsRestart() {
    return settings.stream().anyMatch(each -> !each.isRight() && each.needsRestart());
  }

  /** A word of the command, which a shell reads; the server replaces what stands behind %. */
  private static String quoted(String word) {
    String plain = word.replace("%", "%%");
    return plain.matches("[A-Za-z0-9_./%-]+") ? plain : "'" + plain.replace("'", "'\\''") + "'";
  }
}
