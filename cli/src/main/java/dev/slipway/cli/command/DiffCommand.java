package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PlanJson;
import dev.slipway.cli.output.PlanText;
import dev.slipway.migration.PlanScript;
import dev.slipway.plan.Plan;
import dev.slipway.workspace.Workspace;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code slipway diff FROM TO}. */
@CommandLine.Command(
    name = "diff",
    header = "Show what turns one schema into another. Ends with 1 when they differ.",
    description = {
      "A source is the name of an environment, a database's address, sql:FILE_OR_FOLDER,",
      "java:FOLDER of compiled classes, or migrations:FOLDER. Nothing is changed.",
      "--output sql prints nothing but the SQL that turns FROM into TO."
    },
    footer = {
      "slipway diff staging java:target/classes",
      "slipway diff sql:old.sql sql:new.sql --output sql",
      "slipway diff migrations:db/migrations dev --output json"
    })
final class DiffCommand implements Command {

  @Parameters(index = "0", paramLabel = "FROM", description = "the schema as it is")
  String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "the schema as it shall be")
  String to = "";

  @Override
  public List<OutputFormat> formats() {
    return List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.SQL);
  }

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configurationIfAny(from, to))) {
      Plan plan = workspace.diff(from, to);
      switch (invocation.format()) {
        case SQL -> invocation.console().data(PlanScript.up(plan));
        case TEXT ->
            invocation
                .console()
                .data(
                    plan.isEmpty() ? "" : new PlanText(invocation.console().dataStyle()).of(plan));
        case JSON ->
            invocation
                .console()
                .data(
                    Json.answer("diff", plan.isEmpty() ? "same" : "different")
                        .with("plan", PlanJson.of(plan))
                        .text());
      }
      if (plan.isEmpty()) {
        invocation.console().note("No differences.");
        return ExitCode.DONE;
      }
      return ExitCode.DIFFERENCES;
    }
  }
}
