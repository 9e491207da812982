package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.ReplicaIdentity;
import dev.slipway.schema.model.RowSecurity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a table's clauses have said so far. One thread, that of the table's class initialization,
 * fills it; after that it is only read.
 */
final class TableParts {

  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final List<Column<?>> columns = new ArrayList<>();
  private volatile boolean sealed;

  /** What its fields named. */
  final FieldNames fields = new FieldNames();

  final List<KeyClause> uniques = new ArrayList<>();
  final List<ForeignKeyClause> foreignKeys = new ArrayList<>();
  final List<CheckClause> checks = new ArrayList<>();
  final List<ExclusionClause> exclusions = new ArrayList<>();
  final List<IndexClause> indexes = new ArrayList<>();
  final List<PolicyClause> policies = new ArrayList<>();
  final List<StatisticsClause> statistics = new ArrayList<>();
  final List<PublicationClause> publications = new ArrayList<>();
  final List<GrantClause> grants = new ArrayList<>();
  final List<Supplier<? extends TableDefinition>> inherits = new ArrayList<>();
  @Nullable PartitioningClause partitioning;
  boolean unlogged;
  Map<String, String> options = Map.of();
  @Nullable KeyClause primaryKey;
  RowSecurity rowSecurity = RowSecurity.OFF;
  ReplicaIdentity replicaIdentity = ReplicaIdentity.Kind.DEFAULT;
  @Nullable String comment;
  @Nullable QualifiedName renamedFrom;

  /** Adds the column, or puts it in the place of the one of its name; returns the place. */
  int put(Column<?> column) {
    Integer place = places.get(column.spec().name());
    if (place == null) {
      places.put(column.spec().name(), columns.size());
      columns.add(column);
      return columns.size() - 1;
    }
    columns.set(place, column);
    return place;
  }

  List<Column<?>> columns() {
    return List.copyOf(columns);
  }

  /** The last state of a column, by its name. */
  @Nullable Column<?> column(String name) {
    Integer place = places.get(name);
    return place == null ? null : columns.get(place);
  }

  void requireNewColumn(String place, String name) {
    if (places.containsKey(name)) {
      throw new SlipwayException(
          DefinitionError.NAME_TWICE,
          place + ": the column " + name + " is declared twice.",
          "Rename one of the two.");
    }
  }

  void requireNoPrimaryKey(String place, String name) {
    @Nullable String present =
        columns.stream()
            .map(Column::spec)
            .filter(spec -> spec.primaryKey() && !spec.name().equals(name))
            .map(ColumnSpec::name)
            .findFirst()
            .orElse(null);
    if (present == null && primaryKey != null) {
      present = String.join(", ", primaryKey.columns());
    }
    if (present != null) {
      throw new SlipwayException(
          DefinitionError.KEY_INVALID,
          place
              + ": it is declared as the primary key, but the table has one already: "
              + present
              + ".",
          "For a key of several columns, call primaryKey(first, second) in the constructor, once.");
    }
  }

  /** Fails when the table was read before: what is read must not change. */
  void requireOpen(String place) {
    if (sealed) {
      throw new SlipwayException(
          DefinitionError.SEALED,
          place + ": the definition is changed after it was first read or used in a query.",
          "Declare everything in the field initializers and the constructor of the table's class,"
              + " and use the table only after that.");
    }
  }

  void seal() {
    sealed = true;
  }

  boolean isSealed() {
    return sealed;
  }
}
