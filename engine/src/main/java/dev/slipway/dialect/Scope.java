package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import java.util.Set;

/**
 * What a catalog leaves out, beside the engine's own objects and Slipway's ledger: what belongs to
 * the platform.
 *
 * @param schemas schemas that are left out with everything in them
 * @param objects single objects that are left out with their parts
 */
public record Scope(Set<String> schemas, Set<ObjectId> objects) {

  /** Copies the sets. */
  public Scope {
    schemas = Set.copyOf(schemas);
    objects = Set.copyOf(objects);
  }

  /** Nothing is left out. */
  public static Scope all() {
    return new Scope(Set.of(), Set.of());
  }
}
