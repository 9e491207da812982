package dev.slipway.postgres;

import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.Partitioning;
import dev.slipway.schema.model.Partitioning.Bounds;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a defined table is divided, and its partitions (PostgreSQL manual, 5.12). */
final class DefinedPartitionScripts {

  private DefinedPartitionScripts() {}

  /** The clause of a table that is divided. */
  static String clause(Partitioning partitioning) {
    return partitioning.key().stream()
        .map(DefinedTableScript::part)
        .collect(
            Collectors.joining(
                ", ",
                " partition by " + partitioning.strategy().name().toLowerCase(Locale.ROOT) + " (",
                ")"));
  }

  /** Adds the statements that make the partitions of a table. */
  static void add(DefinedTable table, List<String> statements) {
    if (table.partitioning() != null) {
      add(DefinedTypes.name(table.name()), table.partitioning(), statements);
    }
  }

  private static void add(String whole, Partitioning partitioning, List<String> statements) {
    for (Partitioning.Partition partition : partitioning.partitions()) {
      String name = DefinedTypes.name(partition.name());
      Partitioning divided = partition.partitioning();
      statements.add(
          (partition.unlogged() ? "create unlogged table " : "create table ")
              + name
              + " partition of "
              + whole
              + bounds(partition.bounds())
              + (divided == null ? "" : clause(divided))
              + DefinedWords.options(partition.options()));
      if (partition.comment() != null) {
        statements.add(DefinedWords.comment("table " + name, partition.comment()));
      }
      if (divided != null) {
        add(name, divided, statements);
      }
    }
  }

  private static String bounds(Bounds bounds) {
    return switch (bounds) {
      case Bounds.Between between ->
          " for values from (" + list(between.from()) + ") to (" + list(between.to()) + ")";
      case Bounds.In in -> " for values in (" + list(in.values()) + ")";
      case Bounds.Remainder share ->
          " for values with (modulus " + share.modulus() + ", remainder " + share.remainder() + ")";
      case Bounds.Rest rest -> " default";
    };
  }

  private static String list(List<Expression> values) {
    return values.stream().map(DefinedWords::sql).collect(Collectors.joining(", "));
  }
}
