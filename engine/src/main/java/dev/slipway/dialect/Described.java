package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.DefinedTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a catalog the words of a schema definition can say: tables as a definition would have
 * them.
 *
 * @param tables the tables in canonical order; what has the name that the server would choose is
 *     nameless
 * @param objects everything that they say, which is what {@link Dialect#define} makes of them
 */
public record Described(List<DefinedTable> tables, Set<ObjectId> objects) {

  /** Copies the collections. */
  public Described {
    tables = List.copyOf(tables);
    objects = java.util.Collections.unmodifiableSet(new TreeSet<>(objects));
  }
}
