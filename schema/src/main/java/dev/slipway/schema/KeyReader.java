package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.DefinedKey;
import dev.slipway.schema.model.IndexPart.Key.OfColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table's keys, which needs no other table. */
final class KeyReader {

  private KeyReader() {}

  static @Nullable DefinedKey primaryKey(JooqTable table) {
    KeyClause clause = table.parts().primaryKey;
    if (clause != null) {
      DefinedKey key = clause.defined();
      if (key.nullsNotDistinct()) {
        throw new SlipwayException(
            DefinitionError.KEY_INVALID,
            "Table " + table.displayName() + ": the primary key says nulls are not distinct.",
            "Leave nullsNotDistinct() out: a primary key has no nulls.");
      }
      return key;
    }
    return table.parts().columns().stream()
        .map(Column::spec)
        .filter(ColumnSpec::primaryKey)
        .findFirst()
        .map(spec -> new DefinedKey(spec.traits().primaryKeyName(), List.of(spec.name()), false))
        .orElse(null);
  }

  static List<DefinedKey> uniques(JooqTable table) {
    var keys = new ArrayList<DefinedKey>();
    for (Column<?> column : table.parts().columns()) {
      if (column.spec().unique()) {
        keys.add(
            new DefinedKey(
                column.spec().traits().uniqueName(), List.of(column.spec().name()), false));
      }
    }
    table.parts().uniques.forEach(clause -> keys.add(clause.defined()));
    return List.copyOf(keys);
  }

  /** The key, or full unique index, over exactly these columns, or null. */
  static @Nullable DefinedKey over(JooqTable table, List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    DefinedKey primaryKey = primaryKey(table);
    if (primaryKey != null && Set.copyOf(primaryKey.columns()).equals(wanted)) {
      return primaryKey;
    }
    for (DefinedKey unique : uniques(table)) {
      if (Set.copyOf(unique.columns()).equals(wanted)) {
        return unique;
      }
    }
    for (IndexClause clause : table.parts().indexes) {
      DefinedIndex index = clause.defined();
      List<String> over = columns(index);
      if (index.unique() && index.where() == null && Set.copyOf(over).equals(wanted)) {
        return new DefinedKey(index.name(), over, index.nullsNotDistinct());
      }
    }
    return null;
  }

  /** The columns of an index that is over columns only; none otherwise. */
  private static List<String> columns(DefinedIndex index) {
    var names = new ArrayList<String>();
    for (var part : index.parts()) {
      if (!(part.key() instanceof OfColumn(String name))) {
        return List.of();
      }
      names.add(name);
    }
    return names;
  }
}
