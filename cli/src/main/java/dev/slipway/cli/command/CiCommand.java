package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Style;
import dev.slipway.cli.project.Forge;
import dev.slipway.cli.project.PipelineFiles;
import dev.slipway.cli.project.PipelineSettings;
import dev.slipway.config.Configuration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway ci init github|gitlab|docker [--dry-run]}. */
@CommandLine.Command(
    name = "ci",
    header = "Write the pipelines that check, promote, roll back and look after environments.",
    description = {
      "init github writes workflows: check and plan of pull requests; staging on merge; production",
      "after a reviewer's approval, which is recorded for that very plan; rollback by hand; each",
      "night a backup, a drill and drift. init gitlab writes the same as jobs. init docker writes",
      "a container that migrates before the application starts. Production is the last protected",
      "environment of slipway.yml, staging the one before it. Secrets are named, not written.",
      "Nothing is overwritten: a file that is there ends it with 3. See docs/pipelines.md."
    },
    footer = {
      "slipway ci init github",
      "slipway ci init gitlab --dry-run",
      "slipway ci init docker"
    })
final class CiCommand implements Command {

  /** What is done. */
  enum Action {
    init
  }

  /** For what. */
  enum Target {
    github(Forge.GITHUB),
    gitlab(Forge.GITLAB),
    docker(Forge.DOCKER);

    private final Forge forge;

    Target(Forge forge) {
      this.forge = forge;
    }
  }

  @Parameters(index = "0", paramLabel = "ACTION", description = "init")
  Action action = Action.init;

  @Parameters(index = "1", paramLabel = "TARGET", description = "github, gitlab or docker")
  Target target = Target.github;

  @Option(names = "--dry-run", description = "print the files instead of writing them")
  boolean dryRun;

  @Override
  public ExitCode run(Invocation invocation) {
    Configuration configuration = invocation.configuration();
    PipelineSettings settings = PipelineSettings.of(configuration);
    PipelineFiles files = PipelineFiles.of(target.forge, settings).beside(configuration.root());
    if (!dryRun) {
      files.write(configuration.root());
    }
    invocation.answer(
        Json.answer("ci", dryRun ? "planned" : "done")
            .with("target", target.name())
            .with("staging", settings.staging())
            .with("production", settings.production())
            .with("secrets", List.copyOf(settings.productionVariables()))
            .with("files", files.texts().entrySet().stream().map(CiCommand::json).toList()),
        text(files, invocation.console().dataStyle()));
    if (target == Target.gitlab && !files.texts().containsKey(PipelineFiles.GITLAB_FIRST)) {
      invocation
          .console()
          .note(
              PipelineFiles.GITLAB_FIRST
                  + " is there; add to it: include: [{ local: slipway.gitlab-ci.yml }]");
    }
    if (!settings.productionVariables().isEmpty()) {
      invocation
          .console()
          .note("Secrets to set up: " + String.join(", ", settings.productionVariables()) + ".");
    }
    return ExitCode.DONE;
  }

  private static Object json(Map.Entry<String, String> file) {
    return Json.object().with("file", file.getKey()).with("text", file.getValue()).members();
  }

  private String text(PipelineFiles files, Style style) {
    var text = new StringBuilder();
    files
        .texts()
        .forEach((file, content) -> {
          if (dryRun) {
            text.append(style.strong("# ---- " + file)).append('\n').append(content);
          } else {
            text.append(style.good("wrote")).append(' ').append(file).append('\n');
          }
        });
    return text.toString();
  }
}
