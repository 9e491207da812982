package dev.slipway.hazard;

import dev.slipway.catalog.ObjectId;

/** What an API serves: what lies in schemas of which the configuration or the platform says so. */
final class Exposed {

  private Exposed() {}

  /** Whether an object of a schema is served. */
  static boolean has(ObjectId id, Impact impact) {
    return impact.to().seen().exposed().contains(id.schema());
  }
}
