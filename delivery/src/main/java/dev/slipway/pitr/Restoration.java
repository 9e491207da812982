package dev.slipway.pitr;

import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.config.PitrSettings;
import dev.slipway.embedded.ServerOwner;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Restores a server into a new folder; what fails leaves nothing there. */
final class Restoration {

  /** As PostgreSQL reads it for {@code recovery_target_time}. */
  private static final DateTimeFormatter TARGET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Workspace workspace;
  private final EnvironmentConfiguration environment;
  private final Clock clock;
  private final Consumer<String> progress;

  Restoration(
      Workspace workspace,
      EnvironmentConfiguration environment,
      Clock clock,
      Consumer<String> progress) {
    this.workspace = workspace;
    this.environment = environment;
    this.clock = clock;
    this.progress = progress;
  }

  RestoredServer restore(
      RestoreRequest request, Supplier<@Nullable ServerLook> running, Map<String, String> server) {
    if (server.getOrDefault("PGPASSWORD", "").isEmpty()) {
      throw new SlipwayException(
          PitrError.PITR_COPY_NOT_MARKED,
          "The address of "
              + environment.name()
              + " has no password, so that the restored server could not be entered to mark it as a"
              + " copy.",
          "Write the address with a user that has a password there.");
    }
    ServerLook original = running.get();
    TargetFolder folder = TargetFolder.of(request.folder());
    PitrSettings settings = environment.pitr();
    try {
      var program =
          new PgBackRest(environment.name(), settings, ServerOwner.of(folder.path()), server);
      PhysicalBackup backup = backup(program.info(), request.time());
      ServerPrograms programs =
          ServerPrograms.find(
              settings, original == null ? null : original.programs(), backup.server());
      folder.make();
      boolean isDone = false;
      try {
        RestoredServer restored = restore(request, folder, program, backup, programs, server);
        isDone = true;
        return restored;
      } finally {
        if (!isDone) {
          folder.remove();
        }
      }
    } catch (IOException e) {
      throw new SlipwayException(
          PitrError.PITR_RECOVERY_FAILED,
          folder.path() + " can't be used: " + e.getMessage() + ".",
          "Name a folder that the server's user may write to.",
          e);
    }
  }

  private PhysicalBackup backup(Stanza stanza, @Nullable Instant time) {
    if (stanza.backups().isEmpty()) {
      throw new SlipwayException(
          PitrError.PITR_NO_BACKUP,
          "The repository has no backup of " + stanza.name() + ": " + stanza.says() + ".",
          "Take one with `slipway backup pitr run "
              + environment.name()
              + "`, or say which repository is meant: pitr: { config: FILE }.");
    }
    Instant now = clock.instant();
    if (time != null && time.isAfter(now)) {
      throw outOfReach("It is not " + time + " yet: it is " + now + ".", "Name an earlier time.");
    }
    PhysicalBackup oldest = stanza.backups().getLast();
    return stanza
        .before(time == null ? Instant.MAX : time)
        .orElseThrow(() ->
            outOfReach(
                "No backup leads to "
                    + time
                    + ": the oldest one, "
                    + oldest.label()
                    + ", reaches back to "
                    + oldest.reaches()
                    + ".",
                "Name a time from then on; a full backup of `slipway backup create` may be"
                    + " older."));
  }

  static SlipwayException outOfReach(String what, String next) {
    return new SlipwayException(PitrError.PITR_TIME_OUT_OF_REACH, what, next);
  }

  private RestoredServer restore(
      RestoreRequest request,
      TargetFolder folder,
      PgBackRest program,
      PhysicalBackup backup,
      ServerPrograms programs,
      Map<String, String> server)
      throws IOException {
    progress.accept("restoring the files of " + backup.label());
    long began = System.nanoTime();
    program.run("restore", options(request.time(), folder, backup));
    final Duration copying = Duration.ofNanos(System.nanoTime() - began);
    progress.accept("replaying the log");
    began = System.nanoTime();
    try (var copy = RunningCopy.start(environment.name(), folder.path(), programs, server)) {
      final Duration recovering = Duration.ofNanos(System.nanoTime() - began);
      var marking = CopyMarks.write(workspace.dialect(), copy, reason(backup, request.time()));
      VerifiedRows verified = null;
      if (request.isVerified()) {
        progress.accept("reading all rows");
        verified = new RowReader(workspace, environment.name(), copy).read();
      }
      if (request.isLeftRunning()) {
        copy.leaveRunning();
      }
      return new RestoredServer(
          folder.path(),
          backup,
          request.time(),
          marking.reached(),
          marking.timeline(),
          copying,
          recovering,
          marking.marked(),
          marking.unmarked(),
          request.isLeftRunning() ? copy.port() : null,
          copy.startCommand(),
          verified);
    }
  }

  private static List<String> options(
      @Nullable Instant time, TargetFolder folder, PhysicalBackup backup) {
    List<String> options = new ArrayList<>();
    options.add("--pg1-path=" + folder.path());
    options.add("--set=" + backup.label());
    // A copy that archived would write a second line of history into the original's repository.
    options.add("--archive-mode=off");
    // Tablespaces would be restored to where those of the running server are.
    options.add("--tablespace-map-all=" + folder.tablespaces());
    if (time == null) {
      options.add("--type=default");
    } else {
      options.add("--type=time");
      options.add("--target=" + TARGET.format(time));
      options.add("--target-action=promote");
    }
    return options;
  }

  private static String reason(PhysicalBackup backup, @Nullable Instant time) {
    return "restored from "
        + backup.label()
        + " as of "
        + (time == null ? "the end of its log" : time);
  }
}
