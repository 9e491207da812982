package dev.slipway.schema.model;

/** What happens to a row when the row it references is deleted, or its key changed. */
public enum ReferentialAction {
  /** The change fails, at the latest at commit. */
  NO_ACTION,
  /** The change fails at once. */
  RESTRICT,
  /** The referencing row is deleted, or follows the changed key. */
  CASCADE,
  /** The referencing columns become null. */
  SET_NULL,
  /** The referencing columns get their defaults. */
  SET_DEFAULT
}
