package dev.slipway.cli.command;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.FindingJson;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.PlanJson;
import dev.slipway.cli.output.PlanText;
import dev.slipway.cli.output.UseReport;
import dev.slipway.cli.output.Weights;
import dev.slipway.config.Configuration;
import dev.slipway.migration.RowsViolateException;
import dev.slipway.migration.UsedByReleaseException;
import dev.slipway.workspace.Pushed;
import dev.slipway.workspace.Workspace;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway push [ENV] [--dry-run]}. */
@CommandLine.Command(
    name = "push",
    header = "Make an environment what the definition says, without a migration.",
    description = {
      "For a database whose rows do not matter yet. The plan is shown; a step that loses data",
      "is refused unless it is allowed by its name, and so is one that rows are in the way of.",
      "Rows are never deleted. A protected environment is never pushed to. What may be renamed",
      "or dropped is asked about, as generate does."
    },
    footer = {
      "slipway push",
      "slipway push staging --dry-run",
      "slipway push --allow SLIP102:public.todo.note --reason \"never used\""
    })
final class PushCommand implements Command {

  @Parameters(
      arity = "0..1",
      paramLabel = "ENV",
      defaultValue = Configuration.DEFAULT_ENVIRONMENT,
      description = "the environment; dev when left out")
  String environment = Configuration.DEFAULT_ENVIRONMENT;

  @Option(names = "--dry-run", description = "show the plan and what rows are in its way")
  boolean dryRun;

  @Mixin AnswerOptions answers = new AnswerOptions();

  @Mixin CheckTimeout checks = new CheckTimeout();

  @Mixin LockOptions locks = new LockOptions();

  @Override
  public boolean takesAllowances() {
    return true;
  }

  @Override
  public ExitCode run(Invocation invocation) {
    try (Workspace workspace = invocation.workspace(invocation.configuration(environment))) {
      Pushed pushed =
          workspace.push(
              environment,
              invocation.allowances(),
              answers.answers(invocation),
              dryRun,
              locks.apply(checks.apply(invocation.executorOptions(""))));
      return answer(invocation, pushed);
    }
  }

  private static ExitCode answer(Invocation invocation, Pushed pushed) {
    String plan =
        pushed.plan().isEmpty()
            ? ""
            : new PlanText(invocation.console().dataStyle(), pushed.hazards()).of(pushed.plan());
    Json json =
        Json.answer("push", status(pushed))
            .with("environment", pushed.environment())
            .with("plan", PlanJson.of(pushed.plan(), new Weights(pushed.hazards())))
            .with("refused", pushed.refused().stream().map(PlanJson::of).toList())
            .with("findings", pushed.findings().stream().map(FindingJson::of).toList())
            .with("conflicts", pushed.conflicts().stream().map(UseReport::json).toList());
    if (!pushed.findings().isEmpty()) {
      return invocation.refuse(json, plan, RowsViolateException.ofPlan(pushed.findings()));
    }
    if (!pushed.conflicts().isEmpty()) {
      return invocation.refuse(json, plan, UsedByReleaseException.of(pushed.conflicts()));
    }
    if (!pushed.refused().isEmpty()) {
      return invocation.refuse(json, plan, Refusal.ofHazards(pushed.refused()));
    }
    invocation.answer(json, plan);
    String environment = pushed.environment();
    if (pushed.plan().isEmpty()) {
      invocation.console().note(environment + " is what the definition says.");
    } else if (pushed.applied()) {
      invocation.console().note(environment + " is now what the definition says.");
    }
    return ExitCode.DONE;
  }

  private static String status(Pushed pushed) {
    if (pushed.isRefused()) {
      return "refused";
    }
    if (pushed.plan().isEmpty()) {
      return "unchanged";
    }
    return pushed.applied() ? "done" : "planned";
  }
}
