package dev.slipway.promotion;

import dev.slipway.dialect.DeploymentStep;
import java.time.Duration;
import java.util.List;

/** Who wants to know how far a promotion is. Called from the promotion's own thread. */
public interface PromotionProgress {

  /** Says nothing. */
  PromotionProgress SILENT = new PromotionProgress() {};

  /** The promotion has its number, and begins or goes on. */
  default void begun(long id, PromotionPlan plan, boolean goesOn) {}

  /** A state is entered. */
  default void entered(State state) {}

  /** What was found of the gates of a state. */
  default void gates(List<Gate> gates) {}

  /**
   * A state is left.
   *
   * @param says what was done, a sentence
   */
  default void left(State state, DeploymentStep.Outcome outcome, String says, Duration took) {}
}
