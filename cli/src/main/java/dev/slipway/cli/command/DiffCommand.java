package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PlanJson;
import dev.slipway.cli.output.PlanText;
import dev.slipway.cli.output.QuestionText;
import dev.slipway.cli.output.VerdictReport;
import dev.slipway.cli.output.Weights;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.PlanScript;
import dev.slipway.plan.Plan;
import dev.slipway.workspace.Diffed;
import dev.slipway.workspace.Proved;
import dev.slipway.workspace.Workspace;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway diff FROM TO}. */
@CommandLine.Command(
    name = "diff",
    header = "Show what turns one schema into another. Ends with 1 when they differ.",
    description = {
      "A source is the name of an environment, a database's address, sql:FILE_OR_FOLDER,",
      "java:FOLDER of compiled classes, or migrations:FOLDER. Nothing is changed.",
      "--output sql prints nothing but the SQL that turns FROM into TO.",
      "--prove runs both ways on throw-away databases instead: each must lead to the other",
      "schema and back again, seen by the catalog and, where a pg_dump for the version is",
      "installed, by that. Ends with 0 when both do, with 1 when one does not."
    },
    footer = {
      "slipway diff staging java:target/classes",
      "slipway diff sql:old.sql sql:new.sql --output sql",
      "slipway diff migrations:db/migrations dev --output json",
      "slipway diff sql:old.sql sql:new.sql --prove"
    })
final class DiffCommand implements Command {

  @Parameters(index = "0", paramLabel = "FROM", description = "the schema as it is")
  String from = "";

  @Parameters(index = "1", paramLabel = "TO", description = "the schema as it shall be")
  String to = "";

  @Option(names = "--prove", description = "prove both ways on throw-away databases")
  boolean prove;

  @Override
  public List<OutputFormat> formats() {
    return List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.SQL);
  }

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configurationIfAny(from, to))) {
      if (prove) {
        return prove(invocation, workspace);
      }
      Diffed diffed = workspace.diff(from, to);
      Plan plan = diffed.plan();
      switch (invocation.format()) {
        case SQL -> invocation.console().data(PlanScript.up(plan));
        case TEXT ->
            invocation
                .console()
                .data(
                    plan.isEmpty()
                        ? ""
                        : new PlanText(invocation.console().dataStyle(), diffed.hazards())
                            .of(plan));
        case JSON ->
            invocation
                .console()
                .data(
                    Json.answer("diff", plan.isEmpty() ? "same" : "different")
                        .with("plan", PlanJson.of(plan, new Weights(diffed.hazards())))
                        .with("questions", QuestionText.json(diffed.questions()))
                        .text());
      }
      diffed
          .questions()
          .forEach(question -> invocation.console().note(QuestionText.note(question)));
      invocation.noteOrders(plan);
      if (plan.isEmpty()) {
        invocation.console().note("No differences.");
        return ExitCode.DONE;
      }
      return ExitCode.DIFFERENCES;
    }
  }

  private ExitCode prove(Invocation invocation, Workspace workspace) {
    if (invocation.format() == OutputFormat.SQL) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT, "--prove has no answer in SQL.", "Use --output text or json.");
    }
    Proved proved = workspace.prove(from, to);
    invocation.answer(VerdictReport.json(proved), VerdictReport.text(proved));
    invocation
        .console()
        .note(
            proved.pgDump() == null
                ? "Seen by the catalog alone: no pg_dump for this version is installed."
                : "Seen by the catalog and by pg_dump " + proved.pgDump() + ".");
    return proved.outcome().isProved() ? ExitCode.DONE : ExitCode.DIFFERENCES;
  }
}
