package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedIndex;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.IndexPart.Nulls;
import dev.slipway.schema.model.IndexPart.Order;
import dev.slipway.schema.model.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Map<Field<?>, String> operatorClasses = new HashMap<>();
  private final Map<Field<?>, QualifiedName> collations = new HashMap<>();
  private List<String> include = List.of();
  private Map<String, String> options = Map.of();
  private @Nullable String comment;
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

  /** The operator class of one of its parts, with parameters as SQL has them. */
  public IndexClause operatorClass(Field<?> part, String operatorClassName) {
    open().operatorClasses.put(requirePart(part), operatorClassName);
    return this;
  }

  /** The collation of one of its parts, such as {@code C}. */
  public IndexClause collation(Field<?> part, String collationName) {
    open().collations.put(requirePart(part), new QualifiedName(null, collationName));
    return this;
  }

  /** The collation of one of its parts, of this schema. */
  public IndexClause collation(Field<?> part, String schema, String collationName) {
    open().collations.put(requirePart(part), new QualifiedName(schema, collationName));
    return this;
  }

  private Field<?> requirePart(Field<?> part) {
    for (OrderField<?> each : parts) {
      if (part.equals(each)
          || (each instanceof SortField<?> sorted && part.equals(sorted.$field()))) {
        return part;
      }
    }
    throw new SlipwayException(
        DefinitionError.INDEX_INVALID,
        table.place() + ": an index is not over " + part.getName() + ", which it says more of.",
        "Name a column or expression that the index is over.");
  }

  /** Sets a storage parameter, such as {@code fillfactor}. */
  public IndexClause with(String parameter, Object value) {
    open().options = ClauseParts.with(table.place(), options, parameter, value);
    return this;
  }

  /** Gives the index, which must have a name, a comment in the database. */
  public IndexClause comment(String text) {
    open().comment = text;
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
    table.parts().requireOpen(table.place());
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
        where,
        options,
        ClauseParts.comment(table.place(), "an index", name, comment));
  }

  List<OrderField<?>> orderFields() {
    return parts;
  }

  private IndexPart part(OrderField<?> part) {
    return switch (part) {
      case SortField<?> sorted ->
          part(
              sorted.$field(),
              switch (sorted.$sortOrder()) {
                case ASC -> Order.ASCENDING;
                case DESC -> Order.DESCENDING;
                case DEFAULT -> Order.DEFAULT;
              },
              nulls(sorted));
      case Field<?> field -> part(field, Order.DEFAULT, null);
      default ->
          new IndexPart(
              new IndexPart.Key.OfExpression(Expression.of(part)),
              Order.DEFAULT,
              null,
              null,
              operatorClass);
    };
  }

  private IndexPart part(Field<?> field, Order order, @Nullable Nulls nulls) {
    return new IndexPart(
        IndexReader.key(field),
        order,
        nulls,
        collations.get(field),
        operatorClasses.getOrDefault(field, operatorClass));
  }

  private static @Nullable Nulls nulls(SortField<?> sorted) {
    return switch (sorted.$nullOrdering()) {
      case NULLS_FIRST -> Nulls.FIRST;
      case NULLS_LAST -> Nulls.LAST;
      case null -> null;
    };
  }
}
