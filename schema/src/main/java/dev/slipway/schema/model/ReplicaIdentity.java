package dev.slipway.schema.model;

/** What the write-ahead log says about the former values of a changed or deleted row. */
public sealed interface ReplicaIdentity {

  /** The identities that name no object. */
  enum Kind implements ReplicaIdentity {
    /** The primary key's columns. */
    DEFAULT,
    /** All columns. */
    FULL,
    /** Nothing. */
    NOTHING
  }

  /**
   * The columns of a unique index that is neither partial nor nullable.
   *
   * @param name the index's name
   */
  record Index(String name) implements ReplicaIdentity {}
}
