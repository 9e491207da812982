package dev.slipway.examples.connect;

import dev.slipway.schema.DatabaseValue;

/** What an account pays for. */
public enum AccountPlan {
  @DatabaseValue("free")
  FREE,
  @DatabaseValue("team")
  TEAM,
  @DatabaseValue("business")
  BUSINESS
}
