package dev.slipway.cli.command;

import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.DoctorReport;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.PitrReport;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.pitr.ArchiveSetup;
import dev.slipway.pitr.BackupType;
import dev.slipway.pitr.PointInTime;
import dev.slipway.pitr.RestoreRequest;
import dev.slipway.pitr.RestoredServer;
import dev.slipway.pitr.Stanza;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway backup pitr configure|check|run|list|restore [ENV]}. */
@CommandLine.Command(
    name = "pitr",
    header = "Keep a server's log by pgBackRest, and restore the server as it was at a time.",
    description = {
      "For servers of one's own, on the machine that has the server's files. configure shows what",
      "pgBackRest and the server have to be told, and changes nothing; --write writes pgBackRest's",
      "settings where slipway.yml says (pitr: { config: FILE }). check looks at all of it. run",
      "copies the server's files; list shows the copies. restore brings the server as it was at a",
      "time into a new folder, never over the running one: it replays the log, marks every",
      "database as a copy, and stops it again, unless it is to be kept running."
    },
    footer = {
      "slipway backup pitr configure production",
      "slipway backup pitr check production --output json",
      "slipway backup pitr run production --type diff",
      "slipway backup pitr restore production --to 2026-11-22T20:14:00Z --into /srv/pg/before"
    })
final class PitrCommand implements Command {

  private static final String NAME = "pitr";
  private static final String END = "end";

  /** What is done. */
  enum Action {
    configure,
    check,
    run,
    list,
    restore
  }

  @Parameters(
      index = "0",
      paramLabel = "ACTION",
      description = "configure, check, run, list or restore")
  Action action = Action.list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(names = "--write", description = "for configure: write the settings of pgBackRest")
  boolean write;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "for run: full, diff (since the last full one), incr; incr when left out")
  @Nullable String type;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "for restore: such as 2026-11-22T20:14:00Z, with its zone; or end")
  @Nullable String to;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description = "for restore: a folder that is not there yet")
  @Nullable String into;

  @Option(
      names = "--verify",
      description = "for restore: read all rows, and count them beside those of now")
  boolean verify;

  @Option(names = "--keep-running", description = "for restore: leave the restored server up")
  boolean keepRunning;

  @Override
  public ExitCode run(Invocation invocation) {
    requireOptions();
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var server =
          new PointInTime(
              workspace,
              configuration.environment(environment),
              invocation.surroundings().clock(),
              words -> invocation.say(elapsed -> words + "  " + Activity.duration(elapsed)));
      return switch (action) {
        case configure -> configure(invocation, server);
        case check -> {
          var report =
              new DoctorReport(environment, server.check(), invocation.console()::redacted);
          invocation.answer(report.json(NAME), report.text(invocation.console().dataStyle()));
          yield report.hasFailures() ? ExitCode.DIFFERENCES : ExitCode.DONE;
        }
        case run -> {
          var backup = server.run(type());
          invocation.answer(
              PitrReport.json("done", environment, List.of(backup)),
              PitrReport.text(List.of(backup), invocation.console().dataStyle()));
          invocation
              .console()
              .note(
                  "From "
                      + backup.reaches()
                      + " on every time can be restored, as long as the log"
                      + " is kept.");
          yield ExitCode.DONE;
        }
        case list -> {
          Stanza stanza = server.list();
          invocation.answer(
              PitrReport.json("listed", environment, stanza.backups())
                  .with("says", stanza.says())
                  .with("firstLog", stanza.firstLog())
                  .with("lastLog", stanza.lastLog()),
              PitrReport.text(stanza.backups(), invocation.console().dataStyle()));
          if (stanza.backups().isEmpty()) {
            invocation
                .console()
                .note("There is no backup of " + stanza.name() + ": " + stanza.says() + ".");
          }
          yield ExitCode.DONE;
        }
        case restore -> restore(invocation, configuration, server);
      };
    }
  }

  private ExitCode configure(Invocation invocation, PointInTime server) {
    ArchiveSetup setup = server.configure();
    boolean isWritten = write && setup.write();
    invocation.answer(
        PitrReport.json(isWritten ? "written" : "planned", environment, setup),
        PitrReport.text(setup, invocation.console().dataStyle()));
    if (isWritten) {
      invocation.console().note("Wrote " + invocation.shown(setup.config()) + ".");
    }
    invocation.console().note(PitrReport.next(setup, environment));
    return ExitCode.DONE;
  }

  private ExitCode restore(Invocation invocation, Configuration configuration, PointInTime server) {
    if (to == null || into == null) {
      throw wrong(
          "What is restored, and where to, is not said.",
          "Write --to with a time, or --to end, and --into with a folder that is not there yet.");
    }
    Path folder = configuration.root().resolve(into).normalize();
    RestoredServer restored =
        server.restore(new RestoreRequest(time(to), folder, verify, keepRunning));
    var verified = restored.verified();
    boolean isGood = verified == null || verified.failures().isEmpty();
    invocation.answer(
        PitrReport.json(isGood ? "restored" : "different", environment, restored),
        PitrReport.text(restored, invocation.console().dataStyle()));
    PitrReport.notes(restored, environment).forEach(invocation.console()::note);
    return isGood ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  private void requireOptions() {
    if (write && action != Action.configure) {
      throw wrong(action + " has no use for --write.", "Leave it out.");
    }
    if (type != null && action != Action.run) {
      throw wrong(action + " has no use for --type.", "Leave it out.");
    }
    boolean isRestore = to != null || into != null || verify || keepRunning;
    if (isRestore && action != Action.restore) {
      throw wrong(
          action + " has no use for --to, --into, --verify and --keep-running.", "Leave them out.");
    }
  }

  private BackupType type() {
    String word = type == null ? BackupType.INCR.word() : type;
    for (BackupType each : BackupType.values()) {
      if (each.word().equals(word.toLowerCase(Locale.ROOT))) {
        return each;
      }
    }
    throw wrong("\"" + word + "\" is no type of a backup.", "Write --type full, diff or incr.");
  }

  /** A time without its zone would be read as another one elsewhere. */
  private static @Nullable Instant time(String text) {
    if (text.equals(END)) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
    } catch (DateTimeException e) {
      throw wrong(
          "\"" + text + "\" is no time with a zone.",
          "Write --to 2026-11-22T20:14:00Z, or 2026-11-22T21:14:00+01:00, or --to end.");
    }
  }

  private static SlipwayException wrong(String what, String next) {
    return new SlipwayException(CliError.BAD_ARGUMENT, what, next);
  }
}
