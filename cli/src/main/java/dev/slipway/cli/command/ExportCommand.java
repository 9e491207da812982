package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PlanJson;
import dev.slipway.config.Configuration;
import dev.slipway.migration.PlanScript;
import dev.slipway.plan.Plan;
import dev.slipway.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code slipway export [SOURCE]}. */
@CommandLine.Command(
    name = "export",
    header = "Print the SQL that creates everything of a schema in an empty database.",
    description = {
      "The source is the schema definition when left out; else as for diff: the name of an",
      "environment, a database's address, sql:, java: or migrations: and a path."
    },
    footer = {
      "slipway export > schema.sql",
      "slipway export staging",
      "slipway export migrations:db/migrations --output json"
    })
final class ExportCommand implements Command {

  @Parameters(arity = "0..1", paramLabel = "SOURCE", description = "what is printed")
  @Nullable String source;

  @Override
  public List<OutputFormat> formats() {
    return List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.SQL);
  }

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration =
        source == null ? invocation.configuration() : invocation.configurationIfAny(source);
    try (Workspace workspace = invocation.workspace(configuration)) {
      Plan plan = workspace.export(source);
      invocation.answer(
          Json.answer("export", "done")
              .with("fingerprint", plan.to().value())
              .with("plan", PlanJson.of(plan)),
          PlanScript.up(plan));
      return ExitCode.DONE;
    }
  }
}
