package app;

import dev.slipway.schema.DatabaseValue;

/** How one is. */
public enum Mood {
  @DatabaseValue("happy")
  HAPPY,

  /** Not happy. */
  @DatabaseValue("sad")
  SAD
}
