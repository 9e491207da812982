package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedColumn;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns what a table's clauses said into the immutable definition, and checks it as a whole. */
final class DefinitionReader {

  private final TableDefinition table;
  private final TableParts parts;

  private DefinitionReader(TableDefinition table) {
    this.table = table;
    this.parts = table.parts();
  }

  static DefinedTable read(TableDefinition table) {
    table.seal();
    return new DefinitionReader(table).read();
  }

  private DefinedTable read() {
    List<Column<?>> columns = parts.columns();
    if (columns.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.TABLE_EMPTY,
          place() + ": it has no columns.",
          "Declare a column in a field of " + table.getClass().getName() + ".");
    }
    DefinedTable definition =
        new DefinedTable(
            new QualifiedName(table.schemaName(), table.definedName()),
            parts.renamedFrom,
            parts.comment,
            parts.unlogged,
            parts.options,
            Parents.names(table),
            parts.partitioning == null ? null : parts.partitioning.defined(),
            columns.stream().map(column -> defined(column.spec())).toList(),
            KeyReader.primaryKey(table),
            KeyReader.uniques(table),
            ResolvedReference.defined(table),
            checks(columns),
            parts.exclusions.stream().map(ExclusionClause::defined).toList(),
            parts.indexes.stream().map(clause -> IndexReader.read(table, clause)).toList(),
            parts.statistics.stream().map(StatisticsClause::defined).toList(),
            parts.rowSecurity,
            parts.policies.stream().map(PolicyClause::defined).toList(),
            parts.replicaIdentity,
            parts.publications.stream().map(PublicationClause::defined).toList(),
            parts.grants.stream().map(GrantClause::defined).toList());
    requireDistinctNames(definition);
    return definition;
  }

  private static DefinedColumn defined(ColumnSpec spec) {
    ColumnTraits traits = spec.traits();
    return new DefinedColumn(
        spec.name(),
        spec.type(),
        spec.notNull(),
        traits.notNullName(),
        spec.value(),
        traits.collation(),
        traits.storage(),
        traits.compression(),
        traits.inherited(),
        traits.comment(),
        traits.renamedFrom());
  }

  private List<DefinedCheck> checks(List<Column<?>> columns) {
    return Stream.concat(
            columns.stream().flatMap(column -> column.spec().checks().stream()),
            parts.checks.stream().map(CheckClause::defined))
        .toList();
  }

  private void requireDistinctNames(DefinedTable definition) {
    var keys = new ArrayList<@Nullable String>();
    DefinedKey primaryKey = definition.primaryKey();
    if (primaryKey != null) {
      keys.add(primaryKey.name());
    }
    definition.uniques().forEach(key -> keys.add(key.name()));
    var constraints = new ArrayList<>(keys);
    definition.foreignKeys().forEach(key -> constraints.add(key.name()));
    definition.checks().stream().map(DefinedCheck::name).forEach(constraints::add);
    definition.exclusions().forEach(exclusion -> constraints.add(exclusion.name()));
    // A key's index has the key's name.
    var indexes = new ArrayList<>(keys);
    definition.exclusions().forEach(exclusion -> indexes.add(exclusion.name()));
    definition.indexes().stream().map(DefinedIndex::name).forEach(indexes::add);
    requireDistinct("constraint", constraints);
    requireDistinct("index", indexes);
    requireDistinct("policy", definition.policies().stream().map(DefinedPolicy::name).toList());
  }

  private void requireDistinct(String what, List<? extends @Nullable String> names) {
    var seen = new HashSet<String>();
    for (String name : names) {
      if (name == null) {
        continue;
      }
      Names.checked(place(), what + " name", name);
      if (!seen.add(name)) {
        throw new SlipwayException(
            DefinitionError.NAME_TWICE,
            place() + ": the " + what + " name " + name + " is given twice.",
            "Rename one of the two.");
      }
    }
  }

  private String place() {
    return "Table " + table.displayName();
  }
}
