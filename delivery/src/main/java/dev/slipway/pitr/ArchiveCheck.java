package dev.slipway.pitr;

import dev.slipway.config.PitrSettings;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.error.SlipwayException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Looks whether a server could be brought back: settings, the log's way into the repository,
 * backups.
 */
record ArchiveCheck(
    String environment, PitrSettings settings, Clock clock, Consumer<String> progress) {

  /** A restore replays the log of all days since the backup, which takes long. */
  private static final Duration OLD = Duration.ofDays(7);

  List<Diagnosis> check(ServerLook look, Function<ServerLook, PgBackRest> programs) {
    List<Diagnosis> found = new ArrayList<>();
    PgBackRest program;
    try {
      program = programs.apply(look);
      found.add(Diagnosis.ok("program", "pgBackRest " + program.version()));
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("program", e.what(), e.next()));
      return found;
    }
    List<ServerSetting> wanted = ArchiveSetup.settings(settings, look);
    wanted.forEach(setting -> found.add(diagnosis(setting)));
    Stanza stanza;
    try {
      stanza = program.info();
    } catch (SlipwayException e) {
      found.add(Diagnosis.failed("repository", e.what(), e.next()));
      return found;
    }
    if (!stanza.isThere()) {
      found.add(
          Diagnosis.failed(
              "repository",
              settings.repository() + " does not know " + settings.stanza() + " yet",
              firstBackup()));
      return found;
    }
    found.add(Diagnosis.ok("repository", stanza.says()));
    if (wanted.stream().allMatch(ServerSetting::isRight) && !look.isStandby()) {
      found.add(archived(program));
    }
    found.add(log(look));
    found.add(backup(stanza));
    return found;
  }

  private Diagnosis diagnosis(ServerSetting setting) {
    if (setting.isRight()) {
      return Diagnosis.ok(setting.name(), String.valueOf(setting.is()));
    }
    String is = setting.is() == null ? "is not shown to this role" : "is \"" + setting.is() + "\"";
    return Diagnosis.failed(
        setting.name(),
        setting.name() + " " + is,
        "As a superuser: "
            + setting.sql()
            + (setting.needsRestart()
                ? " Then restart the server."
                : " Then: select pg_reload_conf();"));
  }

  /** pgBackRest has the server begin a new file of its log, and waits for the last one. */
  private Diagnosis archived(PgBackRest program) {
    progress.accept("waiting for the log to come into the repository");
    try {
      program.run("check", List.of());
      return Diagnosis.ok("check", "what the server writes comes into the repository");
    } catch (SlipwayException e) {
      return Diagnosis.failed("check", e.what(), e.next());
    }
  }

  private Diagnosis log(ServerLook look) {
    if (look.lastFailed() != null) {
      return Diagnosis.failed(
          "log",
          look.lastFailed() + " could not be archived, and the server tries again and again",
          "See the server's own log: it says what the archive_command answers.");
    }
    Duration since = look.sinceArchived();
    return since == null
        ? Diagnosis.warning(
            "log", "nothing was archived since the server's figures began", "Run check again.")
        : Diagnosis.ok("log", look.lastArchived() + " was archived " + words(since) + " ago");
  }

  private Diagnosis backup(Stanza stanza) {
    Optional<PhysicalBackup> newest = stanza.backups().stream().findFirst();
    if (newest.isEmpty()) {
      return Diagnosis.failed("backup", "there is none yet", firstBackup());
    }
    PhysicalBackup backup = newest.get();
    if (!backup.isSound()) {
      return Diagnosis.failed(
          "backup",
          backup.label() + " has pages whose checksums are wrong",
          "Look after the server's disk; then take another one.");
    }
    Duration age = Duration.between(backup.ended(), clock.instant());
    String says = backup.label() + " is " + words(age) + " old";
    return age.compareTo(OLD) > 0
        ? Diagnosis.warning(
            "backup",
            says + ", so that a restore replays the log of all that time",
            "Take one by schedule: slipway backup pitr run " + environment + " --type diff")
        : Diagnosis.ok("backup", says);
  }

  private String firstBackup() {
    return "Take the first one: slipway backup pitr run " + environment;
  }

  private static String words(Duration age) {
    if (age.toDays() > 1) {
      return age.toDays() + " days";
    }
    if (age.toHours() > 1) {
      return age.toHours() + " hours";
    }
    return age.toMinutes() > 1 ? age.toMinutes() + " minutes" : Math.max(0, age.toSeconds()) + " s";
  }
}
