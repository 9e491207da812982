package dev.slipway.source;

import dev.slipway.catalog.ObjectId;
import java.util.Map;
import java.util.Set;

/**
 * A table class of a definition, with the names that its fields have in the database.
 *
 * @param name the class, as it is called in Java
 * @param table the table
 * @param columns the columns by the fields that hold them, each field as {@code CLASS.FIELD}; the
 *     same field by the name of each class above that may be named for it
 * @param groups the classes of its groups of columns
 */
public record DefinedClass(
    String name, ObjectId table, Map<String, Set<ObjectId>> columns, Set<String> groups) {

  /** Copies the collections. */
  public DefinedClass {
    columns = Map.copyOf(columns);
    groups = Set.copyOf(groups);
  }
}
