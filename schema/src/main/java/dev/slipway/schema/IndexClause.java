package dev.slipway.schema;

import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.IndexPart.Nulls;
import dev.slipway.schema.model.IndexPart.Order;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/** An index of a table under definition. */
public final class IndexClause {

  private final JooqTable table;
  private final List<OrderField<?>> parts;
  private @Nullable String name;
  private boolean unique;
  private boolean nullsNotDistinct;
  private @Nullable String method;
  private @Nullable String operatorClass;
  private List<String> include = List.of();
  private @Nullable Expression where;

  IndexClause(JooqTable table, List<OrderField<?>> parts) {
    this.table = table;
    this.parts = parts;
  }

  /** Makes it refuse two rows with the same key. */
  public IndexClause unique() {
    open().unique = true;
    return this;
  }

  /** Makes two nulls count as equal in a unique index. */
  public IndexClause nullsNotDistinct() {
    open().nullsNotDistinct = true;
    return this;
  }

  /** Gives it a name; otherwise the server chooses one. */
  public IndexClause named(String indexName) {
    open().name = indexName;
    return this;
  }

  /** The access method, such as {@code gin}; a B-tree otherwise. */
  public IndexClause using(String accessMethod) {
    open().method = accessMethod;
    return this;
  }

  /** The operator class of each of its parts, such as {@code gin_trgm_ops}. */
  public IndexClause operatorClass(String operatorClassName) {
    open().operatorClass = operatorClassName;
    return this;
  }

  /** Further columns to keep in it, so that a query needs to look nowhere else. */
  public IndexClause include(Column<?>... columns) {
    open().include = OwnColumns.names(table, "an index's include", columns);
    return this;
  }

  /** The rows it holds. */
  public IndexClause where(Condition condition) {
    open().where = Expression.of(condition);
    return this;
  }

  /** The rows it holds, as an SQL condition. */
  public IndexClause where(String sql) {
    open().where = Expression.of(sql);
    return this;
  }

  private IndexClause open() {
    table.parts().requireOpen("Table " + table.displayName());
    return this;
  }

  DefinedIndex defined() {
    return new DefinedIndex(
        name,
        unique,
        nullsNotDistinct,
        method,
        parts.stream().map(this::part).toList(),
        include,
        where);
  }

  List<OrderField<?>> orderFields() {
    return parts;
  }

  private IndexPart part(OrderField<?> part) {
    return switch (part) {
      case SortField<?> sorted ->
          new IndexPart(
              key(sorted.$field()),
              switch (sorted.$sortOrder()) {
                case ASC -> Order.ASCENDING;
                case DESC -> Order.DESCENDING;
                case DEFAULT -> Order.DEFAULT;
              },
              nulls(sorted),
              operatorClass);
      case Field<?> field -> new IndexPart(key(field), Order.DEFAULT, null, operatorClass);
      default -> new IndexPart(expression(part), Order.DEFAULT, null, operatorClass);
    };
  }

  private static @Nullable Nulls nulls(SortField<?> sorted) {
    return switch (sorted.$nullOrdering()) {
      case NULLS_FIRST -> Nulls.FIRST;
      case NULLS_LAST -> Nulls.LAST;
      case null -> null;
    };
  }

  private static IndexPart.Key key(Field<?> field) {
    return field instanceof Column<?> column
        ? new IndexPart.Key.OfColumn(column.spec().name())
        : expression(field);
  }

  private static IndexPart.Key expression(org.jooq.QueryPart part) {
    return new IndexPart.Key.OfExpression(Expression.of(part));
  }
}
