package dev.slipway.soak;

import java.util.HashMap;
import java.util.Map;

/** One time through all steps. Used by one thread. */
final class Round {

  private final long number;
  private final Map<String, String> kept = new HashMap<>();

  Round(long number) {
    this.number = number;
  }

  /** Which one it is, from 1. */
  long number() {
    return number;
  }

  /** Keeps a value for later steps. */
  void keep(String step, String name, String value) {
    kept.put(step + "." + name, value);
  }

  /**
   * What an earlier step has kept.
   *
   * @throws StepFailure when it has not
   */
  String kept(String step, String name) {
    String value = kept.get(step + "." + name);
    if (value == null) {
      throw new StepFailure("the step " + step + " has kept no " + name);
    }
    return value;
  }
}
