package dev.slipway.schema.model;

/** What a role may do with an object (PostgreSQL manual, 5.8 Privileges). */
public enum Privilege {
  /** Read rows, or a sequence's state. */
  SELECT,
  /** Write new rows. */
  INSERT,
  /** Change rows, or set a sequence. */
  UPDATE,
  /** Delete rows. */
  DELETE,
  /** Delete all rows at once. */
  TRUNCATE,
  /** Make foreign keys to it. */
  REFERENCES,
  /** Make triggers on it. */
  TRIGGER,
  /** Use a schema's objects, or take values from a sequence. */
  USAGE,
  /** Make objects in a schema. */
  CREATE,
  /** Call a function or procedure. */
  EXECUTE
}
