package dev.slipway.postgres;

import dev.slipway.catalog.Trigger;

/** How statements say in which sessions a trigger, an event trigger or a rule is in force. */
final class Enabling {

  private Enabling() {}

  /**
   * The words, such as {@code enable replica trigger}.
   *
   * @param enabled when it is in force
   * @param what what it is, with a space after it; empty for an event trigger
   */
  static String words(Trigger.Enabled enabled, String what) {
    return switch (enabled) {
      case ORIGIN -> "enable " + what;
      case DISABLED -> "disable " + what;
      case REPLICA -> "enable replica " + what;
      case ALWAYS -> "enable always " + what;
    };
  }
}
