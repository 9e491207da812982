package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import java.util.List;

/**
 * What a database shall become.
 *
 * @param catalog the catalog that it shall have
 * @param renames what had another name before; those that were carried out already, or never
 *     applied, mean nothing
 */
public record Desired(Catalog catalog, List<DeclaredRename> renames) {

  /** Copies the renames. */
  public Desired {
    renames = List.copyOf(renames);
  }

  /** A catalog without renames. */
  public static Desired of(Catalog catalog) {
    return new Desired(catalog, List.of());
  }
}
