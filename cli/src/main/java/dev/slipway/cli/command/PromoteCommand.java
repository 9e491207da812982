package dev.slipway.cli.command;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.PromotionReport;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import dev.slipway.notification.Delivery;
import dev.slipway.notification.Notice;
import dev.slipway.notification.Notifier;
import dev.slipway.promotion.Promotion;
import dev.slipway.promotion.PromotionResult;
import dev.slipway.workspace.Workspace;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway promote ENV [--plan | --resume | --abort]}. */
@CommandLine.Command(
    name = "promote",
    header = "Bring the pending migrations into an environment, with all that belongs to it.",
    description = {
      "Goes through preflight, rehearsal, evidence of the environment before, approval, window,",
      "backup (restored for trial), apply, verify, smoke and watch, as slipway.yml demands it",
      "(docs/promotion.md). A red gate ends it with 3 and nothing changed: it waits for --resume.",
      "What turns out badly afterwards is taken back, where nothing is lost by that. Each state",
      "is written into the ledger: a promotion whose process was killed goes on with --resume."
    },
    footer = {
      "slipway promote production --plan",
      "slipway promote production",
      "slipway promote production --resume --wait 2h",
      "slipway promote production --waive tested --reason \"hotfix, seen by two\""
    })
final class PromoteCommand implements Command {

  @Parameters(paramLabel = "ENV", description = "the environment")
  String environment = "";

  @Option(names = "--plan", description = "show the plan and its checklist, do nothing")
  boolean plan;

  @Option(names = "--resume", description = "go on with the promotion that is unfinished")
  boolean resume;

  @Option(names = "--abort", description = "give it up, and take back what it applied")
  boolean abort;

  @Option(names = "--keep", description = "with --abort: what it applied stays")
  boolean keep;

  @Option(
      names = "--wait",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "wait so long, such as 2h, for evidence, approvals and the window")
  @Nullable Duration wait;

  @Mixin PromotionChoices choices = new PromotionChoices();

  @Mixin LockOptions locks = new LockOptions();

  @Mixin CheckTimeout checks = new CheckTimeout();

  @Override
  public ExitCode run(Invocation invocation) {
    requireOne();
    Configuration configuration = choices.configuration(invocation, environment);
    try (Workspace workspace = invocation.workspace(configuration)) {
      var progress = new PromotionConsole(invocation);
      var promotion =
          new Promotion(
              workspace,
              configuration,
              environment,
              choices.options(
                  invocation,
                  configuration,
                  environment,
                  executor -> locks.apply(checks.apply(executor))),
              progress);
      if (plan) {
        return show(invocation, promotion.plan());
      }
      if (configuration.environment(environment).protectedEnvironment()) {
        workspace.requireChangeable(environment);
        invocation.confirm(
            (abort
                    ? "Give up the promotion to "
                    : resume ? "Go on with the promotion to " : "Promote to ")
                + environment
                + "?");
      }
      PromotionResult result =
          abort ? promotion.abort(keep) : resume ? promotion.resume() : promotion.begin();
      if (wait != null && result.standing() == PromotionResult.Standing.WAITING) {
        tell(invocation, configuration, result);
        PromotionResult waiting = result;
        result = promotion.await(waiting, wait);
        return answer(invocation, configuration, result, result.standing() != waiting.standing());
      }
      return answer(invocation, configuration, result, /* isNews= */ true);
    }
  }

  private void requireOne() {
    long chosen = Stream.of(plan, resume, abort).filter(each -> each).count();
    if (chosen > 1 || (keep && !abort)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          keep && !abort
              ? "--keep says what becomes of what a promotion applied that is given up."
              : "--plan, --resume and --abort exclude each other.",
          keep && !abort ? "Write --abort --keep." : "Give one of them.");
    }
    if (wait != null && (plan || abort)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "--wait says how long a promotion waits for its gates; --plan and --abort don't wait.",
          "Leave it out.");
    }
    if ((resume || abort) && choices.plans()) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "--to and --waive belong to the plan that a promotion begins with.",
          "Leave them out, or give the promotion up with --abort and begin anew.");
    }
  }

  private ExitCode show(Invocation invocation, Promotion.Planned planned) {
    boolean isNothing = planned.gates().isEmpty();
    invocation.answer(
        PromotionReport.plan(planned),
        PromotionReport.text(planned, invocation.console().dataStyle()));
    invocation
        .console()
        .note(
            isNothing
                ? environment + " has every migration."
                : planned.isRed()
                    ? "Red gates keep it from going on; nothing was done."
                    : "No gate is red; nothing was done.");
    return planned.isRed() ? ExitCode.DIFFERENCES : ExitCode.DONE;
  }

  private ExitCode answer(
      Invocation invocation, Configuration configuration, PromotionResult result, boolean isNews) {
    var json = PromotionReport.json(result);
    if (isNews) {
      tell(invocation, configuration, result);
    }
    return switch (result.standing()) {
      case NOTHING -> {
        invocation.answer(json, "");
        invocation.console().note(environment + " has every migration.");
        yield ExitCode.DONE;
      }
      case DONE -> {
        invocation.answer(json, "");
        invocation
            .console()
            .note(
                Count.of(result.plan().migrations().size(), "migration")
                    + " promoted to "
                    + environment
                    + ": deployment "
                    + result.id()
                    + ".");
        yield ExitCode.DONE;
      }
      case ABORTED -> {
        invocation.answer(json, "");
        invocation.console().note("The deployment " + result.id() + " is given up.");
        yield ExitCode.DONE;
      }
      case WAITING, ROLLED_BACK, STOPPED ->
          invocation.refuse(json, "", Objects.requireNonNull(result.problem()));
    };
  }

  private void tell(Invocation invocation, Configuration configuration, PromotionResult result) {
    String event =
        switch (result.standing()) {
          case NOTHING, ABORTED -> null;
          case DONE -> "promotion-done";
          case WAITING -> "promotion-waiting";
          case ROLLED_BACK -> "promotion-rolled-back";
          case STOPPED -> "promotion-stopped";
        };
    if (event == null) {
      return;
    }
    SlipwayException problem = result.problem();
    String summary =
        problem == null
            ? Count.of(result.plan().migrations().size(), "migration")
                + " promoted to "
                + environment
                + "."
            : problem.what();
    var notice =
        new Notice(
            event,
            environment,
            summary,
            invocation.surroundings().clock().instant(),
            Map.of(
                "deployment",
                result.id(),
                "plan",
                result.plan().hash(),
                "migrations",
                result.plan().names()));
    for (Delivery each : new Notifier(configuration.notified()).send(notice)) {
      invocation
          .console()
          .note(
              each.isDelivered()
                  ? "told " + each.url()
                  : "could not tell " + each.url() + ": " + each.failure());
    }
  }
}
