package dev.slipway.promotion;

import java.util.Locale;

/** The states of a promotion, in their order. A word that was released never changes. */
public enum State {
  /** What is pending, drift, what rows say, hazards, and the way back. */
  PREFLIGHT,
  /** The migrations run on a copy, and are measured. */
  REHEARSAL,
  /** What is known from the environment before. */
  EVIDENCE,
  /** Somebody approves the plan. */
  APPROVAL,
  /** The hours in which the environment may be changed. */
  WINDOW,
  /** A backup is taken, and restored for trial. */
  BACKUP,
  /** The migrations run. */
  APPLY,
  /** The environment is verified. */
  VERIFY,
  /** The application is looked at from outside. */
  SMOKE,
  /** The environment is watched for a while. */
  WATCH,
  /** What was applied is taken back. */
  ROLLBACK;

  /** The word that the ledger and programs read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of a word. */
  public static State of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing of the environment's own is changed yet while a promotion is in it. */
  public boolean isAhead() {
    return compareTo(APPLY) < 0;
  }
}
