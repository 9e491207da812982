package dev.slipway.dialect;

import dev.slipway.catalog.ObjectId;
import dev.slipway.schema.model.DefinedSchema;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Definition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a catalog the words of a schema definition can say, as a definition would have it.
 *
 * @param schemas what is in schemas beside tables; those that have nothing of it are not there
 * @param tables the tables in canonical order; what has the name that the server would choose is
 *     nameless
 * @param objects everything that they say, which is what {@link Dialect#define} makes of them
 */
public record Described(
    List<DefinedSchema> schemas, List<DefinedTable> tables, Set<ObjectId> objects) {

  /** Copies the collections. */
  public Described {
    schemas = List.copyOf(schemas);
    tables = List.copyOf(tables);
    objects = java.util.Collections.unmodifiableSet(new TreeSet<>(objects));
  }

  /** The definition that has only this. */
  public Definition definition() {
    return new Definition(schemas, tables);
  }
}
