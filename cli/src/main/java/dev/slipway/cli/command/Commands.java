package dev.slipway.cli.command;

import java.util.List;

/** Every command, in the order in which the help lists them. */
final class Commands {

  private Commands() {}

  static List<Command> all() {
    return List.of(
        new InitCommand(),
        new EnvCommand(),
        new GenerateCommand(),
        new PreflightCommand(),
        new MigrateCommand(),
        new RollbackCommand(),
        new PromoteCommand(),
        new ApproveCommand(),
        new DeploymentsCommand(),
        new HistoryCommand(),
        new EvidenceCommand(),
        new CiCommand(),
        new PurgeCommand(),
        new PushCommand(),
        new DiffCommand(),
        new StatusCommand(),
        new DriftCommand(),
        new CheckCommand(),
        new UsageCommand(),
        new ReleaseCommand(),
        new VerifyCommand(),
        new SmokeCommand(),
        new WatchCommand(),
        new SoakCommand(),
        new BackupCommand(),
        new RestoreCommand(),
        new DrillCommand(),
        new RebaseCommand(),
        new SquashCommand(),
        new RefreshCommand(),
        new SeedCommand(),
        new ExportCommand(),
        new PullCommand(),
        new DoctorCommand(),
        new DemoCommand(),
        new CompletionCommand(),
        new HelpCommand());
  }
}
