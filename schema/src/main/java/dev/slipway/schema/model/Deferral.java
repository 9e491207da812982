package dev.slipway.schema.model;

/** When a constraint is checked. */
public enum Deferral {
  /** After each statement, always. */
  NOT_DEFERRABLE,
  /** After each statement, unless a transaction defers it. */
  INITIALLY_IMMEDIATE,
  /** At commit, unless a transaction says otherwise. */
  INITIALLY_DEFERRED
}
