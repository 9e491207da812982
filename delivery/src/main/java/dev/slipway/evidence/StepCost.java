package dev.slipway.evidence;

import dev.slipway.dialect.Run;

/**
 * What one statement of a migration cost where it ran, with the attempts in which it gave way.
 *
 * @param number which one of the script it is, from 1
 * @param milliseconds how long it ran in all
 * @param lockWaitMilliseconds how much of that it waited for locks that others held
 */
public record StepCost(int number, long milliseconds, long lockWaitMilliseconds) {

  /** The same as a document has it. */
  public static StepCost of(Run.Step step) {
    return new StepCost(step.number(), step.duration().toMillis(), step.waited().toMillis());
  }
}
