package dev.slipway.plan;

/** How a statement fares in other circumstances than its own. */
public enum Trial {
  /** It runs a second time behind the first. */
  AGAIN,
  /** It runs where no schema is searched for names. */
  WITHOUT_SEARCH_PATH,
  /** It takes without end, and nothing ends it. */
  WITHOUT_END
}
