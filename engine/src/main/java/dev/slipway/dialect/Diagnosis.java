package dev.slipway.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What was found out about one thing that has to be right.
 *
 * @param subject what was looked at, such as {@code login}
 * @param state how it is
 * @param what what was found, as a sentence without a secret
 * @param next what to do about it; null where nothing is to be done
 */
public record Diagnosis(String subject, State state, String what, @Nullable String next) {

  /** How something is. */
  public enum State {
    /** As it should be. */
    OK,
    /** It works, but may surprise. */
    WARNING,
    /** It does not work. */
    FAILED
  }

  /** That something is as it should be. */
  public static Diagnosis ok(String subject, String what) {
    return new Diagnosis(subject, State.OK, what, null);
  }

  /** That something works, but may surprise. */
  public static Diagnosis warning(String subject, String what, String next) {
    return new Diagnosis(subject, State.WARNING, what, next);
  }

  /** That something does not work. */
  public static Diagnosis failed(String subject, String what, String next) {
    return new Diagnosis(subject, State.FAILED, what, next);
  }
}
