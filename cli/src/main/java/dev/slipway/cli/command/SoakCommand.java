package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.SoakReport;
import dev.slipway.config.Configuration;
import dev.slipway.report.SoakPage;
import dev.slipway.soak.Soak;
import dev.slipway.soak.SoakRun;
import dev.slipway.soak.SoakScenario;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway soak ENV SCENARIO}. */
@CommandLine.Command(
    name = "soak",
    header = "Put an environment under load, and check times and rows afterwards.",
    description = {
      "Sends the requests and statements of a scenario at a steady pace, whatever the answers do,",
      "and measures each from the moment at which it was due (docs/soak.md). Ends with 1 when a",
      "limit is not kept or an invariant does not hold afterwards. Protected environments are",
      "refused."
    },
    footer = {
      "slipway soak staging soak/messages.yml",
      "slipway soak staging soak/messages.yml --html load.html"
    })
final class SoakCommand implements Command {

  @Parameters(index = "0", paramLabel = "ENV", description = "the environment")
  String environment = "";

  @Parameters(index = "1", paramLabel = "SCENARIO", description = "the scenario, a YAML file")
  String file = "";

  @Mixin RecordOption recorded = new RecordOption();

  @Mixin HtmlOption page = new HtmlOption();

  @Override
  public ExitCode run(Invocation invocation) {
    page.require(invocation);
    Configuration configuration = invocation.configuration(environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var soak =
          new Soak(
              workspace,
              configuration,
              environment,
              invocation.surroundings().variables(),
              invocation.surroundings().clock());
      SoakScenario scenario = soak.scenario(invocation.folder().resolve(file).normalize());
      SoakRun run =
          soak.run(
              scenario,
              (done, all, errors, p95) ->
                  invocation.say(elapsed ->
                      String.format(
                          Locale.ROOT,
                          "%d of %d rounds, %d failed, p95 %.0f ms",
                          done,
                          all,
                          errors,
                          p95)));
      var report = new SoakReport(run, invocation::shown);
      recorded.apply(
          invocation,
          workspace,
          environment,
          "soak",
          String.valueOf(Path.of(file).getFileName()),
          run.isPassed(),
          report.json());
      String written = page.write(invocation, () -> SoakPage.page(run));
      invocation.answer(
          report.json().with("page", written), report.text(invocation.console().dataStyle()));
      invocation
          .console()
          .note(
              run.isPassed()
                  ? environment + " kept its limits under load."
                  : environment + " did not keep its limits under load.");
      return run.isPassed() ? ExitCode.DONE : ExitCode.DIFFERENCES;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the load was interrupted", e);
    }
  }
}
