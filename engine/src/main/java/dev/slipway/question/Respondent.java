package dev.slipway.question;

import org.jspecify.annotations.Nullable;

/** Who is asked what no answer was given to beforehand. */
@FunctionalInterface
public interface Respondent {

  /** Nobody is there. */
  Respondent NOBODY = question -> null;

  /**
   * Asks.
   *
   * @param question the question
   * @return the answer; null when there is none
   */
  @Nullable Answer answer(Question question);
}
