package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;

/** The table that an identity within a table begins with. */
final class Tables {

  private Tables() {}

  /** The table of a column, constraint, trigger or policy. */
  static ObjectId of(ObjectId part) {
    return ObjectId.of(Kind.TABLE, part.path().get(0), part.path().get(1));
  }
}
