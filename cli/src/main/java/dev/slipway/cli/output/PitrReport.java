package dev.slipway.cli.output;

import dev.slipway.pitr.ArchiveSetup;
import dev.slipway.pitr.PhysicalBackup;
import dev.slipway.pitr.RestoredServer;
import dev.slipway.pitr.ServerSetting;
import dev.slipway.pitr.VerifiedRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Points in time, as a person and as a program read them. */
public final class PitrReport {

  private static final String COMMAND = "pitr";

  private PitrReport() {}

  /** What has to be set, ready to be copied. */
  public static String text(ArchiveSetup setup, Style style) {
    String wrong =
        setup.settings().stream()
            .filter(each -> !each.isRight())
            .map(each -> each.sql() + "\n")
            .collect(Collectors.joining());
    return style.faint("# " + setup.config())
        + "\n"
        + setup.text()
        + (wrong.isEmpty()
            ? ""
            : "\n" + style.faint("-- the server, as a superuser") + "\n" + wrong);
  }

  /** What a person does then. */
  public static String next(ArchiveSetup setup, String environment) {
    String first =
        setup.isComplete()
            ? "The server is set already."
            : setup.needsRestart()
                ? "Run the statements, then restart the server: nothing restarts it for you."
                : "Run the statements, then: select pg_reload_conf().";
    return first + " Then take the first backup: slipway backup pitr run " + environment + ".";
  }

  /** What has to be set, for a program. */
  public static Json json(String status, String environment, ArchiveSetup setup) {
    return Json.answer(COMMAND, status)
        .with("environment", environment)
        .with("config", setup.config().toString())
        .with("text", setup.text())
        .with("settings", setup.settings().stream().map(PitrReport::setting).toList())
        .with("restart", setup.needsRestart());
  }

  private static Map<String, @Nullable Object> setting(ServerSetting setting) {
    return Json.object()
        .with("name", setting.name())
        .with("wanted", setting.wanted())
        .with("is", setting.is())
        .with("right", setting.isRight())
        .with("sql", setting.sql())
        .members();
  }

  /** A line each. */
  public static String text(List<PhysicalBackup> backups, Style style) {
    var table = new TextTable("backup", "type", "reaches back to", "server", "size", "stored");
    for (PhysicalBackup backup : backups) {
      table.row(
          backup.label(),
          backup.type() + (backup.isSound() ? "" : ", damaged"),
          backup.reaches().toString(),
          backup.server(),
          Bytes.text(backup.bytes()),
          Bytes.text(backup.repositoryBytes()));
    }
    return table.text(style, "");
  }

  /** Backups, for a program. */
  public static Json json(String status, String environment, List<PhysicalBackup> backups) {
    return Json.answer(COMMAND, status)
        .with("environment", environment)
        .with("backups", backups.stream().map(PitrReport::backup).toList());
  }

  private static Map<String, @Nullable Object> backup(PhysicalBackup backup) {
    return Json.object()
        .with("label", backup.label())
        .with("type", backup.type())
        .with("began", backup.began().toString())
        .with("reaches", backup.reaches().toString())
        .with("server", backup.server())
        .with("bytes", backup.bytes())
        .with("stored", backup.repositoryBytes())
        .with("needs", backup.needs())
        .with("sound", backup.isSound())
        .members();
  }

  /** The tables, where they were read. */
  public static String text(RestoredServer restored, Style style) {
    VerifiedRows verified = restored.verified();
    if (verified == null) {
      return "";
    }
    var table = new TextTable("table", "restored", "now");
    for (VerifiedRows.TableRows each : verified.tables()) {
      table.row(each.name(), number(each.rows()), number(each.now()));
    }
    return table.text(style, "");
  }

  private static String number(@Nullable Long rows) {
    return rows == null ? "-" : String.valueOf(rows);
  }

  /** What was done, and how to go on. */
  public static List<String> notes(RestoredServer restored, String environment) {
    List<String> notes = new ArrayList<>();
    Instant reached = restored.reached();
    notes.add(
        "Restored "
            + restored.backup().label()
            + " into "
            + restored.folder()
            + " in "
            + Activity.duration(restored.copying().toMillis())
            + ", and replayed the log in "
            + Activity.duration(restored.recovering().toMillis())
            + (reached == null
                ? "; no transaction came after the backup."
                : "; its last transaction is of " + reached + "."));
    if (!restored.marked().isEmpty()) {
      notes.add(
          "It is marked as a copy ("
              + String.join(", ", restored.marked())
              + "). Where it takes the place of "
              + environment
              + ": slipway env stamp "
              + environment
              + " --moved --reason TEXT");
    }
    restored
        .unmarked()
        .forEach(
            name -> notes.add(name + " could not be entered, so that it is not marked as a copy."));
    VerifiedRows verified = restored.verified();
    if (verified != null) {
      verified.failures().forEach(notes::add);
      String fingerprint = verified.fingerprint();
      if (fingerprint != null && verified.fingerprintNow() != null) {
        notes.add(
            fingerprint.equals(verified.fingerprintNow())
                ? "Its schema is that of " + environment + " now."
                : "Its schema is not that of " + environment + " now.");
      }
    }
    notes.add(
        restored.port() == null
            ? "It is stopped. Its archiving is off: docs/pitr.md says how it becomes a server."
            : "It listens on 127.0.0.1:"
                + restored.port()
                + " for the users of the original, with archiving off.");
    return notes;
  }

  /** What was restored, for a program. */
  public static Json json(String status, String environment, RestoredServer restored) {
    VerifiedRows verified = restored.verified();
    Instant wanted = restored.wanted();
    Instant reached = restored.reached();
    return Json.answer(COMMAND, status)
        .with("environment", environment)
        .with("folder", restored.folder().toString())
        .with("backups", List.of(backup(restored.backup())))
        .with("wanted", wanted == null ? null : wanted.toString())
        .with("reached", reached == null ? null : reached.toString())
        .with("timeline", restored.timeline())
        .with("copying", seconds(restored.copying()))
        .with("recovering", seconds(restored.recovering()))
        .with("marked", restored.marked())
        .with("unmarked", restored.unmarked())
        .with("port", restored.port())
        .with("start", restored.start())
        .with("verified", verified == null ? null : verified(verified));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }

  private static Map<String, @Nullable Object> verified(VerifiedRows verified) {
    return Json.object()
        .with("fingerprint", verified.fingerprint())
        .with("fingerprintNow", verified.fingerprintNow())
        .with(
            "tables",
            verified.tables().stream()
                .map(each ->
                    Json.object()
                        .with("name", each.name())
                        .with("rows", each.rows())
                        .with("now", each.now())
                        .members())
                .toList())
        .with("failures", verified.failures())
        .members();
  }
}
