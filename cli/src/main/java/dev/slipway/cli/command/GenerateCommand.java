package dev.slipway.cli.command;

import dev.slipway.cli.output.ChangeText;
import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.HazardReport;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PlanJson;
import dev.slipway.cli.output.PlanText;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Migration;
import dev.slipway.workspace.Finished;
import dev.slipway.workspace.Generated;
import dev.slipway.workspace.Workspace;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code slipway generate [--name NAME] [--dry-run] [--rename OLD=NEW] [--drop OLD]}, {@code
 * slipway generate --empty --name NAME} and {@code slipway generate --finish}.
 */
@CommandLine.Command(
    name = "generate",
    header = "Write what changed in the schema definition as a migration.",
    description = {
      "Compares the definition with the last migration. The plan is proved on a throw-away",
      "database, forth and back, before it is written. A step that loses data is refused",
      "unless it is allowed by its name. What may be renamed or dropped is asked about on a",
      "terminal; without one, and without an answer, it ends with 2 and lists the questions.",
      "What no definition says, such as a change of rows, is written by hand: --empty begins",
      "such a migration, --finish proves it."
    },
    footer = {
      "slipway generate",
      "slipway generate --name \"add message seq\"",
      "slipway generate --dry-run",
      "slipway generate --rename public.todo.note=remark",
      "slipway generate --empty --name \"fill in message seq\"",
      "slipway generate --finish",
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

  @Option(names = "--empty", description = "write a migration whose scripts you write by hand")
  boolean empty;

  @Option(
      names = "--finish",
      description = "prove the last migration as it was written by hand, and write its catalog")
  boolean finish;

  @Mixin AnswerOptions answers = new AnswerOptions();

  @Override
  public boolean takesAllowances() {
    return true;
  }

  @Override
  public ExitCode run(Invocation invocation) {
    requireOneKind(invocation);
    try (Workspace workspace = invocation.workspace(invocation.configuration())) {
      if (empty && name != null) {
        return begun(invocation, workspace.generateEmpty(name));
      }
      if (finish) {
        return finished(invocation, workspace.finish(invocation.allowances()));
      }
      Generated generated =
          workspace.generate(name, invocation.allowances(), answers.answers(invocation), dryRun);
      return answer(invocation, generated);
    }
  }

  private void requireOneKind(Invocation invocation) {
    boolean isByHand = empty || finish;
    boolean isPlanned = dryRun || answers.areGiven() || (invocation.allows() && !finish);
    if (isByHand && (isPlanned || empty == finish || empty != (name != null))) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          empty && name == null && !finish && !isPlanned
              ? "A migration that is written by hand needs a name."
              : "A migration that is written by hand has no plan: --empty goes with --name alone,"
                  + " and --finish with --allow at most.",
          "Write `slipway generate --empty --name NAME` first, and `slipway generate --finish` when"
              + " its scripts are written.");
    }
  }

  private static ExitCode begun(Invocation invocation, Migration begun) {
    invocation.answer(
        Json.answer("generate", "begun")
            .with("migration", begun.name())
            .with("folder", begun.folder().toString()),
        "");
    invocation
        .console()
        .note(
            invocation.console().noteStyle().good("wrote")
                + " "
                + invocation.shown(begun.folder())
                + ": write its up.sql and down.sql, then run `slipway generate --finish`.");
    return ExitCode.DONE;
  }

  private static ExitCode finished(Invocation invocation, Finished finished) {
    List<String> changes = finished.changes().stream().map(ChangeText::made).toList();
    var hazards = new HazardReport(finished.hazards(), invocation::shown);
    if (!finished.refused().isEmpty()) {
      Json answer =
          Json.answer("generate", "refused")
              .with("hazards", hazards.json())
              .with("refused", finished.refused().stream().map(PlanJson::of).toList());
      return invocation.refuse(
          answer,
          hazards.text(invocation.console().dataStyle()),
          Refusal.ofHazards(finished.refused()));
    }
    invocation.answer(
        Json.answer("generate", finished.written() ? "finished" : "unchanged")
            .with("migration", finished.migration().name())
            .with("folder", finished.migration().folder().toString())
            .with("changes", changes)
            .with("hazards", hazards.json()),
        changes.stream().map(change -> change + "\n").collect(Collectors.joining())
            + hazards.text(invocation.console().dataStyle()));
    invocation
        .console()
        .note(
            (finished.written()
                    ? invocation.console().noteStyle().good("finished") + " "
                    : "Nothing to finish: ")
                + invocation.shown(finished.migration().folder())
                + ": "
                + (changes.isEmpty()
                    ? "the schema stays as it is"
                    : Count.of(changes.size(), "change") + " of the schema")
                + ", proved forth and back");
    return ExitCode.DONE;
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
