package dev.slipway.promotion;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The gates of the checklist, in their order. A name that was released never changes. */
enum GateName {
  /** Something is pending, and fits to what is there. */
  PENDING(State.PREFLIGHT, false),
  /** The environment is what its migrations made. */
  DRIFT(State.PREFLIGHT, true),
  /** The rows that are there let the migrations pass. */
  ROWS(State.PREFLIGHT, false),
  /** What is lost is allowed by name. */
  DATA_LOSS(State.PREFLIGHT, true),
  /** Row level security and rights are as they should be. */
  RLS(State.PREFLIGHT, true),
  /** Foreign keys have their indexes. */
  INDEXES(State.PREFLIGHT, true),
  /** No deployed release uses what goes. */
  COMPATIBILITY(State.PREFLIGHT, true),
  /** There is a way back without loss. */
  ROLLBACK_PLAN(State.PREFLIGHT, true),
  /** The migrations ran on a copy. */
  REHEARSAL(State.REHEARSAL, true),
  /** Locks and durations stay within the limits. */
  PERFORMANCE(State.REHEARSAL, true),
  /** The migrations ran in the environment before, and were tested there. */
  TESTED(State.EVIDENCE, true),
  /** Somebody approved this very plan. */
  REVIEWED(State.APPROVAL, false),
  /** It is the hour for it. */
  WINDOW(State.WINDOW, true),
  /** There is a backup that can be restored. */
  BACKUP(State.BACKUP, true);

  private final State state;
  private final boolean isWaivable;

  GateName(State state, boolean isWaivable) {
    this.state = state;
    this.isWaivable = isWaivable;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  State state() {
    return state;
  }

  boolean isWaivable() {
    return isWaivable;
  }

  /** The names of those that can be waived. */
  static List<String> waivable() {
    return Arrays.stream(values())
        .filter(GateName::isWaivable)
        .map(GateName::word)
        .collect(Collectors.toList());
  }
}
