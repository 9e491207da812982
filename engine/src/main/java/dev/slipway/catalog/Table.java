package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table. Columns, constraints, indexes, triggers and policies are objects of their own.
 *
 * @param id {@code [schema, name]}
 * @param unlogged whether it skips the write-ahead log
 * @param rowSecurity whether policies apply
 * @param forceRowSecurity whether they apply to the owner as well
 * @param partitionedBy by what it is partitioned, as the engine prints it: {@code RANGE (day)};
 *     null for a table that holds its rows itself
 * @param ofType the composite type that a typed table follows, as the engine prints it; else null
 * @param accessMethod how its rows are stored, where that is not the usual way; else null
 * @param options its storage parameters as {@code name=value}, those of its overflow with {@code
 *     toast.} before the name, in their order
 * @param source where its rows are when they are in no table of this database; else null
 */
public record Table(
    ObjectId id,
    boolean unlogged,
    boolean rowSecurity,
    boolean forceRowSecurity,
    @Nullable String partitionedBy,
    @Nullable String ofType,
    @Nullable String accessMethod,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> options,
    @Nullable ForeignSource source)
    implements DatabaseObject {

  /** Copies the options; a catalog's JSON leaves out empty ones. */
  public Table {
    options = options == null ? List.of() : List.copyOf(options);
  }

  /** Whether its rows are kept in partitions. */
  @JsonIgnore
  public boolean isPartitioned() {
    return partitionedBy != null;
  }

  /** Whether its rows are elsewhere, so that nothing done to it touches them. */
  @JsonIgnore
  public boolean isForeign() {
    return source != null;
  }
}
