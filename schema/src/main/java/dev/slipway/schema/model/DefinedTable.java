package dev.slipway.schema.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as a schema definition describes it, immutable and with its references resolved.
 *
 * @param name the table
 * @param renamedFrom the name it had before, or null
 * @param comment its comment, or null
 * @param unlogged whether its rows are lost in a crash
 * @param options its storage parameters
 * @param inherits the tables that it inherits from, in their order
 * @param partitioning how it is divided into partitions, or null
 * @param columns the columns, in the order they are declared
 * @param primaryKey the primary key, or null
 * @param uniques the unique constraints
 * @param foreignKeys the foreign keys
 * @param checks the check constraints, those of columns first
 * @param exclusions the exclusion constraints
 * @param indexes the indexes that belong to no constraint
 * @param statistics the extended statistics
 * @param rowSecurity whether row level security is enabled and forced
 * @param policies the row level security policies; there is none where row security is off
 * @param replicaIdentity what the write-ahead log says about a changed row's former values
 * @param publications the publications it is a member of
 * @param grants who may do what with it
 */
public record DefinedTable(
    QualifiedName name,
    @Nullable QualifiedName renamedFrom,
    @Nullable String comment,
    boolean unlogged,
    Map<String, String> options,
    List<QualifiedName> inherits,
    @Nullable Partitioning partitioning,
    List<DefinedColumn> columns,
    @Nullable DefinedKey primaryKey,
    List<DefinedKey> uniques,
    List<DefinedForeignKey> foreignKeys,
    List<DefinedCheck> checks,
    List<DefinedExclusion> exclusions,
    List<DefinedIndex> indexes,
    List<DefinedStatistics> statistics,
    RowSecurity rowSecurity,
    List<DefinedPolicy> policies,
    ReplicaIdentity replicaIdentity,
    List<DefinedPublication.Member> publications,
    List<DefinedGrant> grants) {

  /** Keeps copies of the lists. */
  public DefinedTable {
    inherits = List.copyOf(inherits);
    columns = List.copyOf(columns);
    uniques = List.copyOf(uniques);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    exclusions = List.copyOf(exclusions);
    indexes = List.copyOf(indexes);
    statistics = List.copyOf(statistics);
    policies = List.copyOf(policies);
    publications = List.copyOf(publications);
    grants = List.copyOf(grants);
  }
}
