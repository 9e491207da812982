package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as a schema definition describes it, immutable and with its references resolved.
 *
 * @param name the table
 * @param renamedFrom the name it had before, in the same schema, or null
 * @param comment its comment, or null
 * @param columns the columns, in the order they are declared
 * @param primaryKey the primary key, or null
 * @param uniques the unique constraints
 * @param foreignKeys the foreign keys
 * @param checks the check constraints, those of columns first
 * @param indexes the indexes that belong to no constraint
 * @param rowSecurity whether row level security is enabled and forced
 * @param policies the row level security policies; there is none where row security is off
 * @param replicaIdentity what the write-ahead log says about a changed row's former values
 * @param publications the names of the publications it is a member of
 */
public record DefinedTable(
    QualifiedName name,
    @Nullable String renamedFrom,
    @Nullable String comment,
    List<DefinedColumn> columns,
    @Nullable DefinedKey primaryKey,
    List<DefinedKey> uniques,
    List<DefinedForeignKey> foreignKeys,
    List<DefinedCheck> checks,
    List<DefinedIndex> indexes,
    RowSecurity rowSecurity,
    List<DefinedPolicy> policies,
    ReplicaIdentity replicaIdentity,
    List<String> publications) {

  /** Keeps copies of the lists. */
  public DefinedTable {
    columns = List.copyOf(columns);
    uniques = List.copyOf(uniques);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    indexes = List.copyOf(indexes);
    policies = List.copyOf(policies);
    publications = List.copyOf(publications);
  }

  /** The enum types that the columns use, each once, in the order of the columns. */
  public List<DefinedEnum> enums() {
    return columns.stream().flatMap(column -> column.type().enums().stream()).distinct().toList();
  }
}
