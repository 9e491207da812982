package dev.slipway.cli.command;

import dev.slipway.backup.Backup;
import dev.slipway.backup.Drill;
import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.BackupReport;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.BackupSettings;
import dev.slipway.config.Configuration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway drill ENV}. */
@CommandLine.Command(
    name = "drill",
    header = "Prove that a backup can be restored, and how long that takes.",
    description = {
      "Restores the backup into a throw-away server of its version and compares the catalog, and",
      "of every table the number of rows and their checksum. What became of it stands beside the",
      "backup. Ends with 1 when something is not as it was. No environment is touched; for a",
      "schedule."
    },
    footer = {
      "slipway drill production",
      "slipway drill production --backup 20261121T101500Z --output json"
    })
final class DrillCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment that the backup is of; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Mixin BackupPlace place = new BackupPlace();

  /** The environment is not entered; but secrets of backups may be among its variables. */
  private Configuration configuration(Invocation invocation) {
    Configuration configuration = invocation.configuration();
    BackupSettings backups = configuration.backups();
    return backups.encrypt() == null && backups.bucket() == null
        ? configuration
        : invocation.configuration(environment);
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = configuration(invocation);
    Backup backup = place.backup(invocation, configuration, environment);
    Drill drill = invocation.backups(configuration).drill(backup);
    invocation.answer(
        Json.answer("drill", drill.isProved() ? "done" : "different")
            .with("environment", environment)
            .with("backup", BackupReport.json(List.of(backup), invocation::shown).getFirst())
            .with("seconds", drill.took().toMillis() / 1000.0)
            .with("differences", drill.differences()),
        "");
    drill.differences().forEach(each -> invocation.console().note("not as it was: " + each));
    invocation
        .console()
        .note(
            drill.isProved()
                ? backup.name()
                    + " is proved: "
                    + Count.of(drill.rows(), "row")
                    + " restored in "
                    + Activity.duration(drill.took().toMillis())
                    + ", all as it was."
                : backup.name() + " does not count: what was restored is not what was backed up.");
    return drill.isProved() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }
}
