package dev.slipway.schema.model;

/** Whether a table's rows are guarded by its policies. */
public enum RowSecurity {
  /** They are not. */
  OFF,
  /** They are, but for the table's owner. */
  ENABLED,
  /** They are, for its owner too. */
  FORCED
}
