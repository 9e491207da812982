package dev.slipway.cli.command;

import dev.slipway.cli.output.Activity;
import dev.slipway.cli.output.PromotionReport;
import dev.slipway.cli.output.Style;
import dev.slipway.dialect.DeploymentStep;
import dev.slipway.error.SlipwayException;
import dev.slipway.promotion.Gate;
import dev.slipway.promotion.PromotionPlan;
import dev.slipway.promotion.PromotionProgress;
import dev.slipway.promotion.State;
import dev.slipway.watch.Figure;
import dev.slipway.watch.Sample;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says on the console how far a promotion is. */
final class PromotionConsole implements PromotionProgress {

  private final Invocation invocation;

  PromotionConsole(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public void begun(long id, PromotionPlan plan, boolean goesOn) {
    invocation
        .console()
        .note(
            "Deployment "
                + id
                + " to "
                + plan.environment()
                + (goesOn ? " goes on" : " begins")
                + ", plan "
                + plan.hash().substring(0, PromotionPlan.BRIEF)
                + ": "
                + String.join(", ", plan.names()));
  }

  @Override
  public void gates(List<Gate> gates) {
    Style style = invocation.console().noteStyle();
    gates.stream()
        .filter(gate -> gate.color() != Gate.Color.GREEN)
        .forEach(gate -> PromotionReport.lines(gate, style).forEach(invocation.console()::note));
  }

  @Override
  public void waiting(List<Gate> red, Duration left) {
    invocation.say(elapsed ->
        "waiting for "
            + String.join(", ", red.stream().map(Gate::name).toList())
            + ", at most "
            + Activity.duration(left.toMillis())
            + " more");
  }

  @Override
  public void again(State state, SlipwayException why, Duration pause) {
    invocation
        .console()
        .note(
            state.word()
                + " can't be done, and is tried again in "
                + Activity.duration(pause.toMillis())
                + ": "
                + why.what());
  }

  @Override
  public void hook(String name, @Nullable String failure, List<String> output, Duration took) {
    Style style = invocation.console().noteStyle();
    invocation
        .console()
        .note(
            (failure == null ? style.good("ran     ") : style.bad("failed  "))
                + "hook "
                + name
                + (failure == null ? "" : ": " + failure)
                + style.faint(" (" + took.toMillis() + " ms)"));
    output.forEach(line -> invocation.console().note("          " + style.faint(line)));
  }

  @Override
  public void watching(Sample sample, Duration left) {
    long over = sample.figures().stream().filter(Figure::isOver).count();
    invocation.say(elapsed ->
        "watching: "
            + (over == 0 ? "all within limits" : over + " over the limit")
            + ", "
            + Activity.duration(left.toMillis())
            + " left");
  }

  @Override
  public void left(State state, DeploymentStep.Outcome outcome, String says, Duration took) {
    Style style = invocation.console().noteStyle();
    String word =
        switch (outcome) {
          case RUNNING, PASSED -> style.good("passed");
          case BLOCKED -> style.warning("waits");
          case FAILED -> style.bad("failed");
        };
    invocation
        .console()
        .note(
            word
                + " ".repeat("passed  ".length() - outcomeLength(outcome))
                + state.word()
                + ": "
                + says
                + style.faint(" (" + took.toMillis() + " ms)"));
  }

  private static int outcomeLength(DeploymentStep.Outcome outcome) {
    return outcome == DeploymentStep.Outcome.BLOCKED ? "waits".length() : "passed".length();
  }
}
