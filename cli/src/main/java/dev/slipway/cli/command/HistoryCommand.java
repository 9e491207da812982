package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.HistoryReport;
import dev.slipway.cli.output.Json;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.RunRecord;
import dev.slipway.error.SlipwayException;
import dev.slipway.promotion.RunHistory;
import dev.slipway.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway history [ENV]}. */
@CommandLine.Command(
    name = "history",
    header = "Tell what was ever run against an environment.",
    description = {
      "Lists the runs of migrate, rollback, promote, push and seed as the ledger has them, the",
      "newest last: who ran what, from where, when, how long, and how it ended. --id shows one",
      "with what each of its transactions did. Nothing is written."
    },
    footer = {
      "slipway history production",
      "slipway history production --limit 100 --output json",
      "slipway history production --id 12"
    })
final class HistoryCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(names = "--id", paramLabel = "N", description = "the number of the one to be shown")
  @Nullable Long id;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many of the newest; 20 when left out")
  int limit = 20;

  @Override
  public ExitCode run(Invocation invocation) {
    if (limit < 1) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "--limit is how many runs are shown, not " + limit + ".",
          "Give a number from 1 on.");
    }
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var history = new RunHistory(workspace, environment);
      List<RunRecord> runs = id == null ? history.last(limit) : List.of(history.get(id));
      invocation.answer(
          Json.answer("history", "listed")
              .with("environment", environment)
              .with("runs", runs.stream().map(HistoryReport::json).toList()),
          id == null
              ? HistoryReport.table(runs, invocation.console().dataStyle())
              : HistoryReport.text(runs.getFirst(), invocation.console().dataStyle()));
      if (runs.isEmpty()) {
        invocation.console().note("Nothing was ever run against " + environment + ".");
      }
      return ExitCode.DONE;
    }
  }
}
