package dev.slipway.plan;

/**
 * How strongly a statement locks a table, weakest first (PostgreSQL manual, 13.3.1 Table-Level
 * Locks).
 */
public enum LockMode {
  /** Taken by reading; conflicts with {@link #ACCESS_EXCLUSIVE} alone. */
  ACCESS_SHARE,
  /** Taken by {@code SELECT … FOR UPDATE}. */
  ROW_SHARE,
  /** Taken by writing rows. */
  ROW_EXCLUSIVE,
  /** Lets rows be read and written; one such change at a time. */
  SHARE_UPDATE_EXCLUSIVE,
  /** Blocks writing. */
  SHARE,
  /** Blocks writing, and itself. */
  SHARE_ROW_EXCLUSIVE,
  /** Lets rows only be read. */
  EXCLUSIVE,
  /** Blocks even reading. */
  ACCESS_EXCLUSIVE
}
