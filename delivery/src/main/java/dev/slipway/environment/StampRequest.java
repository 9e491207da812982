package dev.slipway.environment;

import org.jspecify.annotations.Nullable;

/**
 * What is to be done about a stamp that is there already.
 *
 * @param moved whether the environment's database was moved here, so that its identity stays
 * @param replaced the environment whose stamp goes, since the database is a copy of it or gets
 *     another name; null for none
 * @param reason why; null only where neither is said
 */
public record StampRequest(boolean moved, @Nullable String replaced, @Nullable String reason) {

  /** A stamp for a database that has none. */
  public static StampRequest first() {
    return new StampRequest(false, null, null);
  }
}
