package dev.slipway.cli.command;

import dev.slipway.backup.Backup;
import dev.slipway.backup.BackupList;
import dev.slipway.backup.BackupOptions;
import dev.slipway.backup.BackupStore;
import dev.slipway.backup.Backups;
import dev.slipway.backup.Compression;
import dev.slipway.backup.Retention;
import dev.slipway.backup.UnfinishedBackup;
import dev.slipway.cli.output.BackupReport;
import dev.slipway.cli.output.Bytes;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.BackupPrograms;
import dev.slipway.config.BackupWith;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway backup create|list|check|prune [ENV]}. */
@CommandLine.Command(
    name = "backup",
    header = "Copy a whole database into a folder; list, check and thin out the copies.",
    description = {
      "create copies the environment as it is at one moment: every row, the schema with owners and",
      "privileges, sequences, large objects, Slipway's ledger and what is parked. Nobody who"
          + " writes",
      "is disturbed; who alters a table waits. list shows the backups of an environment; check",
      "compares every file of one with its hash. `slipway drill` proves that one can be restored:",
      "until then it doesn't count. prune removes what slipway.yml does not keep (backups:",
      "{ keep: { daily: 7, weekly: 4, monthly: 6 } }), but never the newest one, the last proved"
          + " one",
      "or that of the last promotion."
    },
    subcommands = {PitrCommand.class, BackupKeyCommand.class},
    footer = {
      "slipway backup create production",
      "slipway backup list production --output json",
      "slipway backup check production --backup 20261121T101500Z",
      "slipway backup prune production --plan"
    })
final class BackupCommand implements Command {

  /** What is done. */
  enum Action {
    create,
    list,
    check,
    prune
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description = "create, list, check or prune; list when left out")
  Action action = Action.list;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Mixin BackupPlace place = new BackupPlace();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description =
          "for create: how many connections copy at the same time; one more holds the" + " moment")
  @Nullable Integer jobs;

  @Option(
      names = "--compress",
      paramLabel = "HOW",
      description = "for create: zstd, or none; zstd when left out")
  @Nullable String compress;

  @Option(
      names = "--with",
      paramLabel = "HOW",
      description =
          "for create: own, pg_dump, or auto for pg_dump where one fits the server; what"
              + " slipway.yml says when left out, else own")
  @Nullable String with;

  @Option(names = "--plan", description = "for prune: show what would go, and why the others stay")
  boolean plan;

  @Override
  public ExitCode run(Invocation invocation) {
    if (action != Action.create && (jobs != null || compress != null || with != null)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          action + " has no use for --jobs, --compress and --with.",
          "Leave them out.");
    }
    if (action != Action.prune && plan) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT, action + " has no use for --plan.", "Leave it out.");
    }
    Configuration configuration = invocation.configuration(environment);
    return switch (action) {
      case create -> create(invocation, configuration);
      case list -> list(invocation, configuration);
      case check -> check(invocation, configuration);
      case prune -> prune(invocation, configuration);
    };
  }

  private ExitCode create(Invocation invocation, Configuration configuration) {
    BackupOptions options = options();
    try (Workspace workspace = invocation.workspace(configuration)) {
      Backup backup =
          invocation
              .backups(configuration)
              .by(programs(configuration))
              .create(
                  environment,
                  workspace.address(environment, Access.READ),
                  place.store(configuration, environment),
                  options);
      invocation.answer(
          Json.answer("backup", "done")
              .with("environment", environment)
              .with("backups", BackupReport.json(List.of(backup), invocation::shown)),
          "");
      invocation
          .console()
          .note(
              "Backed up "
                  + Count.of(backup.manifest().rows(), "row")
                  + " of "
                  + Count.of(backup.manifest().tables().size(), "table")
                  + " into "
                  + invocation.shown(backup.place())
                  + ", "
                  + Bytes.text(backup.manifest().bytes())
                  + ".");
      BackupReport.form(backup).forEach(invocation.console()::note);
      BackupReport.leftOut(backup).forEach(invocation.console()::note);
      invocation
          .console()
          .note("It counts once it was restored for trial: slipway drill " + environment);
      return ExitCode.DONE;
    }
  }

  private BackupPrograms programs(Configuration configuration) {
    BackupPrograms programs = configuration.backups().programs();
    return with == null
        ? programs
        : programs.with(
            BackupWith.of(with)
                .orElseThrow(() ->
                    new SlipwayException(
                        CliError.BAD_ARGUMENT,
                        "\"" + with + "\" is nothing that backups are taken with.",
                        "Write --with own, --with pg_dump or --with auto.")));
  }

  private BackupOptions options() {
    BackupOptions options = BackupOptions.defaults();
    if (jobs != null) {
      if (jobs < 1) {
        throw new SlipwayException(
            CliError.BAD_ARGUMENT, "--jobs is at least 1, not " + jobs + ".", "Write --jobs 2.");
      }
      options = options.withJobs(jobs);
    }
    return compress == null ? options : options.withCompression(compression(compress));
  }

  private static Compression compression(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "zstd" -> Compression.ZSTD;
      case "none" -> Compression.NONE;
      default ->
          throw new SlipwayException(
              CliError.BAD_ARGUMENT,
              "\"" + word + "\" is no way of compressing that is known.",
              "Write --compress zstd or --compress none.");
    };
  }

  private ExitCode list(Invocation invocation, Configuration configuration) {
    BackupList found = Backups.list(place.store(configuration, environment));
    List<Backup> backups = found.backups();
    List<String> damaged = found.damaged().stream().map(invocation::shown).toList();
    invocation.answer(
        Json.answer("backup", "listed")
            .with("environment", environment)
            .with("backups", BackupReport.json(backups, invocation::shown))
            .with("damaged", damaged),
        BackupReport.text(backups, invocation.console().dataStyle()));
    damaged.forEach(folder ->
        invocation.console().note(folder + " is no backup that could be used: it was changed."));
    if (backups.isEmpty()) {
      invocation
          .console()
          .note(
              "There is no backup of "
                  + environment
                  + " in "
                  + invocation.shown(place.store(configuration, environment).toString())
                  + ".");
    }
    return damaged.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }

  private ExitCode check(Invocation invocation, Configuration configuration) {
    Backup backup = place.backup(invocation, configuration, environment);
    backup.check(invocation.copyProgress());
    invocation.answer(
        Json.answer("backup", "sound")
            .with("environment", environment)
            .with("backups", BackupReport.json(List.of(backup), invocation::shown)),
        "");
    invocation
        .console()
        .note(
            "All "
                + Count.of(backup.manifest().files().size(), "file")
                + " of "
                + invocation.shown(backup.place())
                + " are as they were written.");
    return ExitCode.DONE;
  }

  private ExitCode prune(Invocation invocation, Configuration configuration) {
    BackupStore store = place.store(configuration, environment);
    Retention retention = Backups.retention(store, configuration.backups().keep());
    List<UnfinishedBackup> abandoned =
        Backups.abandoned(store, invocation.surroundings().clock().instant());
    List<Backup> removed = retention.removed();
    String names = removed.stream().map(Backup::name).collect(Collectors.joining(", "));
    if (!plan && !(removed.isEmpty() && abandoned.isEmpty())) {
      invocation.confirm(
          "Remove "
              + Count.of(removed.size(), "backup")
              + " of "
              + environment
              + " for good ("
              + names
              + (abandoned.isEmpty()
                  ? ""
                  : "; and what is left of " + Count.of(abandoned.size(), "unfinished one"))
              + ")?");
      removed.forEach(Backups::remove);
      abandoned.forEach(each -> Backups.remove(store, each));
    }
    invocation.answer(
        Json.answer("backup", plan ? "planned" : "pruned")
            .with("environment", environment)
            .with("backups", BackupReport.json(removed, invocation::shown))
            .with("kept", BackupReport.kept(retention.kept()))
            .with("unfinished", abandoned.stream().map(UnfinishedBackup::name).toList()),
        BackupReport.text(retention, plan, invocation.console().dataStyle()));
    abandoned.forEach(each ->
        invocation
            .console()
            .note(
                (plan ? "Would remove" : "Removed")
                    + " what is left of "
                    + invocation.shown(store.place(each.name()))
                    + ", which was never finished."));
    long bytes = removed.stream().mapToLong(backup -> backup.manifest().bytes()).sum();
    invocation
        .console()
        .note(
            (plan ? "Would remove " : "Removed ")
                + Count.of(removed.size(), "backup")
                + " of "
                + environment
                + (removed.isEmpty() ? "" : ", " + Bytes.text(bytes))
                + "; "
                + retention.kept().size()
                + " stay.");
    return ExitCode.DONE;
  }
}
