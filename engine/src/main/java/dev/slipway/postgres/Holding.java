package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Domain;
import dev.slipway.catalog.ObjectId;
import java.util.HashSet;
import java.util.Set;

/** Which columns of a catalog hold values of a type within values of other types. */
final class Holding {

  private final Catalog catalog;
  private final Set<ObjectId> seen = new HashSet<>();

  private Holding(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Whether a column holds values of the type, be it within those of others. */
  static boolean isHeld(ObjectId type, Catalog catalog) {
    return new Holding(catalog).isHeld(type);
  }

  private boolean isHeld(ObjectId type) {
    if (!seen.add(type)) {
      return false;
    }
    for (ObjectId dependent : catalog.dependencies().dependentsOf(type)) {
      boolean isHeld =
          switch (dependent.kind()) {
            case COLUMN -> catalog.find(dependent) instanceof Column;
            case COMPOSITE_TYPE, DOMAIN, RANGE_TYPE -> isHeld(dependent);
            default -> false;
          };
      if (isHeld) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a column holds values of a domain within arrays, composite values or ranges. The server
   * refuses to look at these, and with that each new condition on the domain (manual: ALTER DOMAIN,
   * Notes).
   */
  static boolean isWithinOthers(ObjectId domain, Catalog catalog) {
    return new Holding(catalog).isWithinOthers(domain);
  }

  private boolean isWithinOthers(ObjectId domain) {
    if (!seen.add(domain)) {
      return false;
    }
    for (ObjectId dependent : catalog.dependencies().dependentsOf(domain)) {
      boolean isWithin =
          switch (dependent.kind()) {
            case COLUMN ->
                catalog.find(dependent) instanceof Column column
                    && PrintedType.isNamed(column.type(), domain, "[]");
            case DOMAIN -> isWithinOthers(dependent) || isHeldInArraysBy(dependent, domain);
            case COMPOSITE_TYPE, RANGE_TYPE -> isHeld(dependent, catalog);
            default -> false;
          };
      if (isWithin) {
        return true;
      }
    }
    return false;
  }

  private boolean isHeldInArraysBy(ObjectId dependent, ObjectId domain) {
    return catalog.find(dependent) instanceof Domain outer
        && PrintedType.isNamed(outer.type(), domain, "[]")
        && isHeld(dependent, catalog);
  }
}
