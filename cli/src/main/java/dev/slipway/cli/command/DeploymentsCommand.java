package dev.slipway.cli.command;

import dev.slipway.cli.output.DeploymentReport;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.promotion.Deployments;
import dev.slipway.report.HtmlReport;
import dev.slipway.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway deployments ENV [--id N]}. */
@CommandLine.Command(
    name = "deployments",
    header = "Show how migrations came to an environment.",
    description = {
      "Lists the promotions to the environment as its ledger has them, the newest last: who",
      "asked, when, how long, how it ended. --id shows one with its states, gates, waivers and",
      "measures; --html writes a page with charts. Nothing of the environment is written."
    },
    footer = {
      "slipway deployments production",
      "slipway deployments production --id 12 --output json",
      "slipway deployments production --html production.html"
    })
final class DeploymentsCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(names = "--id", paramLabel = "N", description = "the number of the one to be shown")
  @Nullable Long id;

  @Mixin HtmlOption page = new HtmlOption();

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var deployments = new Deployments(workspace, environment);
      List<DeploymentRecord> found = id == null ? deployments.all() : List.of(deployments.get(id));
      String written = page.write(invocation, () -> HtmlReport.page(environment, found));
      invocation.answer(
          Json.answer("deployments", "listed")
              .with("environment", environment)
              .with("page", written)
              .with("deployments", found.stream().map(DeploymentReport::json).toList()),
          id == null
              ? DeploymentReport.table(found, invocation.console().dataStyle())
              : DeploymentReport.text(found.getFirst(), invocation.console().dataStyle()));
      if (found.isEmpty()) {
        invocation.console().note("Nothing was ever promoted to " + environment + ".");
      }
      return ExitCode.DONE;
    }
  }
}
