package dev.slipway.cli.command;

import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PlanJson;
import dev.slipway.cli.output.PlanText;
import dev.slipway.migration.Migration;
import dev.slipway.workspace.Generated;
import dev.slipway.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway generate [--name NAME] [--dry-run] [--rename OLD=NEW] [--drop OLD]}. */
@CommandLine.Command(
    name = "generate",
    header = "Write what changed in the schema definition as a migration.",
    description = {
      "Compares the definition with the last migration. The plan is proved on a throw-away",
      "database, forth and back, before it is written. A step that loses data is refused",
      "unless it is allowed by its name. What may be renamed or dropped is asked about on a",
      "terminal; without one, and without an answer, it ends with 2 and lists the questions."
    },
    footer = {
      "slipway generate",
      "slipway generate --name \"add message seq\"",
      "slipway generate --dry-run",
      "slipway generate --rename public.todo.note=remark",
      "slipway generate --allow SLIP102:public.todo.note --reason \"moved to notes\""
    })
final class GenerateCommand implements Command {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what it does; named after what changes when left out")
  @Nullable String name;

  @Option(names = "--dry-run", description = "show the plan, write nothing")
  boolean dryRun;

  @Mixin AnswerOptions answers = new AnswerOptions();

  @Override
  public boolean takesAllowances() {
    return true;
  }

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration())) {
      Generated generated =
          workspace.generate(name, invocation.allowances(), answers.answers(invocation), dryRun);
      return answer(invocation, generated);
    }
  }

  private ExitCode answer(Invocation invocation, Generated generated) {
    invocation.noteOrders(generated.plan());
    var text = new PlanText(invocation.console().dataStyle());
    Migration written = generated.migration();
    if (!generated.refused().isEmpty()) {
      Json answer =
          Json.answer("generate", "refused")
              .with("plan", PlanJson.of(generated.plan()))
              .with("refused", generated.refused().stream().map(PlanJson::of).toList());
      return invocation.refuse(
          answer, text.of(generated.plan()), Refusal.ofHazards(generated.refused()));
    }
    if (generated.plan().isEmpty()) {
      Json unchanged = Json.answer("generate", "unchanged");
      invocation.answer(
          generated.plan().columnOrders().isEmpty()
              ? unchanged
              : unchanged.with("columnOrder", PlanJson.orders(generated.plan())),
          "");
      invocation
          .console()
          .note("Nothing to generate: the definition and the last migration agree.");
      return ExitCode.DONE;
    }
    Json json =
        Json.answer("generate", written == null ? "planned" : "written")
            .with("migration", written == null ? null : written.name())
            .with("folder", written == null ? null : written.folder().toString())
            .with("plan", PlanJson.of(generated.plan()));
    invocation.answer(
        json, written == null ? text.of(generated.plan()) : text.summary(generated.plan()));
    if (written != null) {
      invocation
          .console()
          .note(
              invocation.console().noteStyle().good("wrote")
                  + " "
                  + invocation.shown(written.folder())
                  + ": "
                  + Count.of(generated.plan().steps().size(), "step")
                  + ", proved forth and back");
    }
    return ExitCode.DONE;
  }
}
