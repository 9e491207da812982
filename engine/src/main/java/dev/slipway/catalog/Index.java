package dev.slipway.catalog;

import java.util.List;

/**
 * An index that no constraint owns, of a table or a materialized view.
 *
 * @param id {@code [schema, name]}
 * @param relation the table or materialized view
 * @param unique whether it refuses a second row of the same key
 * @param definition what follows the relation's name, as the engine prints it: {@code USING btree
 *     (a, b DESC) WHERE …}
 * @param keys the key columns and expressions in their order, as the engine prints them, without
 *     what is only included
 * @param predicate the condition of a partial index; empty for a full one
 * @param nullsNotDistinct whether a unique index takes two nulls for the same
 */
public record Index(
    ObjectId id,
    ObjectId relation,
    boolean unique,
    String definition,
    List<String> keys,
    String predicate,
    boolean nullsNotDistinct)
    implements DatabaseObject {

  /** Copies the keys. */
  public Index {
    keys = List.copyOf(keys);
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
