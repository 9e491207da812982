package dev.slipway.postgres;

import dev.slipway.catalog.ObjectId;
import dev.slipway.error.SlipwayException;

/** What PostgreSQL has no statement for. */
final class Refusals {

  private Refusals() {}

  /** That an object has no name that could be changed. */
  static SlipwayException noRename(ObjectId from, ObjectId to) {
    return new SlipwayException(
        PostgresError.CANNOT_RENAME,
        "The " + from + " can't become " + to + ": PostgreSQL has no statement that renames it.",
        "Take the rename out of the definition; the object is then dropped and created anew.");
  }
}
