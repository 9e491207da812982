package dev.slipway.cli.command;

import dev.slipway.backup.Backup;
import dev.slipway.backup.BackupOptions;
import dev.slipway.backup.Backups;
import dev.slipway.backup.RestoreOptions;
import dev.slipway.cli.output.BackupReport;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway restore ENV --into DATABASE}. */
@CommandLine.Command(
    name = "restore",
    header = "Restore a backup into a new or empty database.",
    description = {
      "Creates DATABASE on the environment's server, restores the backup there, and compares it:",
      "the catalog, and the number and the checksum of every table's rows. Where DATABASE is an",
      "address, the database has to be there, and empty. With --data-only rows alone are written,",
      "into the tables of the environment itself, or of DATABASE; they have to be empty. A restore",
      "that was interrupted goes on when it is run again. Nothing is ever overwritten."
    },
    footer = {
      "slipway restore production --into production_before",
      "slipway restore production --backup 20261121T101500Z --into postgresql://…/empty",
      "slipway restore staging --data-only --table public.todo"
    })
final class RestoreCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment that the backup is of; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Mixin BackupPlace place = new BackupPlace();

  @Option(
      names = "--into",
      paramLabel = "DATABASE",
      description = "a new database on the environment's server, or the address of an empty one")
  @Nullable String into;

  @Option(names = "--data-only", description = "write rows alone, into tables that are empty")
  boolean dataOnly;

  @Option(
      names = "--table",
      split = ",",
      paramLabel = "TABLE",
      description = "with --data-only: these tables alone, such as public.todo")
  List<String> tables = new ArrayList<>();

  @Option(
      names = "--without-rights",
      description = "leave out owners, privileges and settings of roles")
  boolean withoutRights;

  @Option(
      names = "--create-roles",
      description = "create the roles that the server lacks, without a login")
  boolean createRoles;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "how many connections write at the same time")
  @Nullable Integer jobs;

  @Override
  public ExitCode run(Invocation invocation) {
    if (into == null && !dataOnly) {
      throw wrong(
          "Where to restore to is not said.",
          "Write --into NAME for a new database, or --data-only for rows of the environment.");
    }
    if (!tables.isEmpty() && !dataOnly) {
      throw wrong("--table goes with --data-only.", "Write both, or restore all of it.");
    }
    if (jobs != null && jobs < 1) {
      throw wrong("--jobs is at least 1, not " + jobs + ".", "Write --jobs 2.");
    }
    Configuration configuration = invocation.configuration(environment);
    Backup backup = place.backup(invocation, configuration, environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var options =
          new RestoreOptions(
              jobs == null ? BackupOptions.defaults().jobs() : jobs,
              dataOnly,
              tables,
              !withoutRights,
              createRoles,
              /* throwAway= */ false);
      DatabaseUrl url = target(invocation, configuration, workspace, backup, options);
      invocation.backups(configuration).restore(backup, url, options);
      List<String> differences =
          isCompared() ? invocation.backups(configuration).differences(backup, url) : List.of();
      Json answer =
          Json.answer("restore", differences.isEmpty() ? "done" : "refused")
              .with("environment", environment)
              .with("backup", BackupReport.json(List.of(backup), invocation::shown).getFirst())
              .with("into", url.toString())
              .with("compared", isCompared())
              .with("differences", differences);
      if (!differences.isEmpty()) {
        return invocation.refuse(answer, "", Backups.differing(url, differences));
      }
      invocation.answer(answer, "");
      String rows =
          tables.isEmpty()
              ? Count.of(backup.manifest().rows(), "row") + " of " + backup.name()
              : "The rows of " + String.join(", ", tables);
      String compared = isCompared() ? ", and all is as it was: catalog, rows, sequences." : ".";
      invocation.console().note(rows + " were restored into " + url + compared);
      return ExitCode.DONE;
    }
  }

  private boolean isCompared() {
    return !dataOnly && !withoutRights;
  }

  private DatabaseUrl target(
      Invocation invocation,
      Configuration configuration,
      Workspace workspace,
      Backup backup,
      RestoreOptions options) {
    DatabaseUrl own = workspace.address(environment, into == null ? Access.WRITE : Access.READ);
    if (into == null) {
      return own;
    }
    if (DatabaseUrl.looksLike(into)) {
      return new DatabaseUrl(into);
    }
    DatabaseUrl named = own.withDatabase(into);
    if (!dataOnly) {
      invocation.backups(configuration).createUnlessBegun(own, into, named, backup, options);
    }
    return named;
  }

  private static SlipwayException wrong(String what, String next) {
    return new SlipwayException(CliError.BAD_ARGUMENT, what, next);
  }
}
