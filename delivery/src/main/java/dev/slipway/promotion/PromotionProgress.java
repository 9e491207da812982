package dev.slipway.promotion;

import dev.slipway.dialect.DeploymentStep;
import dev.slipway.error.SlipwayException;
import dev.slipway.watch.Sample;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
   * It is waited for what others do.
   *
   * @param red the gates that are still red
   * @param left how long is still waited
   */
  default void waiting(List<Gate> red, Duration left) {}

  /**
   * A state could not be done at all, and is tried again.
   *
   * @param pause how long is waited before that
   */
  default void again(State state, SlipwayException why, Duration pause) {}

  /**
   * A program around the migrations ended.
   *
   * @param name its key in the configuration
   * @param failure what is wrong; null where nothing is
   * @param output the last lines that it printed, where something is wrong
   */
  default void hook(String name, @Nullable String failure, List<String> output, Duration took) {}

  /**
   * The environment is watched, and a sample was taken.
   *
   * @param left how long it is still watched
   */
  default void watching(Sample sample, Duration left) {}

  /**
   * A state is left.
   *
   * @param says what was done, a sentence
   */
  default void left(State state, DeploymentStep.Outcome outcome, String says, Duration took) {}
}
