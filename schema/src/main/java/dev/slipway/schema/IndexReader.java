package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/** The checks of an index. */
final class IndexReader {

  private IndexReader() {}

  /** Fails when a part is null, or the column of another table. */
  static void requireOwn(JooqTable table, String clause, @Nullable OrderField<?> part) {
    Object field = part instanceof SortField<?> sorted ? sorted.$field() : part;
    if (field == null || field instanceof Column<?>) {
      OwnColumns.name(table, clause, (Column<?>) field);
    }
  }

  /** A column, or an expression over the row. */
  static IndexPart.Key key(Field<?> field) {
    return field instanceof Column<?> column
        ? new IndexPart.Key.OfColumn(column.spec().name())
        : new IndexPart.Key.OfExpression(Expression.of(field));
  }

  static DefinedIndex read(JooqTable table, IndexClause clause) {
    DefinedIndex index = clause.defined();
    if (index.nullsNotDistinct() && !index.unique()) {
      throw new SlipwayException(
          DefinitionError.INDEX_INVALID,
          "Table "
              + table.displayName()
              + ": an index"
              + (index.name() == null ? "" : " " + index.name())
              + " that is not unique says nulls are not distinct.",
          "Add unique(), or leave nullsNotDistinct() out.");
    }
    return index;
  }
}
