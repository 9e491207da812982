package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Extended statistics of a table or materialized view.
 *
 * @param id {@code [schema, name]}
 * @param relation the table or materialized view
 * @param definition the statement that creates it, as the engine prints it
 * @param target how many values they remember; null for the number that the columns have
 */
public record Statistics(
    ObjectId id, ObjectId relation, String definition, @Nullable Integer target)
    implements DatabaseObject {

  @Override
  public ObjectId parent() {
    return relation;
  }
}
