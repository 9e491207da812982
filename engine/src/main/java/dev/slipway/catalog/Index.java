package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param statistics how many values the statistics of its expressions remember, as {@code
 *     number=target} by the number of the key, where that is not the usual
 */
public record Index(
    ObjectId id,
    ObjectId relation,
    boolean unique,
    String definition,
    List<String> keys,
    String predicate,
    boolean nullsNotDistinct,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> statistics)
    implements DatabaseObject {

  /** Copies the keys. */
  public Index {
    keys = List.copyOf(keys);
    statistics = statistics == null ? List.of() : List.copyOf(statistics);
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
