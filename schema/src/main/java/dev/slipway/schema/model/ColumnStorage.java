package dev.slipway.schema.model;

/**
 * Whether long values of a column are compressed and kept apart (PostgreSQL manual, 73.2 TOAST).
 */
public enum ColumnStorage {
  /** Neither. */
  PLAIN,
  /** Kept apart, not compressed. */
  EXTERNAL,
  /** Compressed, then kept apart. */
  EXTENDED,
  /** Compressed, and kept apart only as a last resort. */
  MAIN
}
