package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * One part of an index's key.
 *
 * @param key a column or an expression
 * @param order the order of the values
 * @param nulls where nulls come, or null for the engine's default
 * @param collation the collation, or null for the key's
 * @param operatorClass the operator class, such as {@code gin_trgm_ops}, or null for the default
 */
public record IndexPart(
    Key key,
    Order order,
    @Nullable Nulls nulls,
    @Nullable QualifiedName collation,
    @Nullable String operatorClass) {

  /** What a part is over. */
  public sealed interface Key {

    /**
     * A column.
     *
     * @param name its name
     */
    record OfColumn(String name) implements Key {}

    /**
     * An expression over the row.
     *
     * @param expression the expression, without parentheses around it
     */
    record OfExpression(Expression expression) implements Key {}
  }

  /** The order of the values. */
  public enum Order {
    /** Left to the engine: ascending where its method has an order. */
    DEFAULT,
    /** The smallest first. */
    ASCENDING,
    /** The greatest first. */
    DESCENDING
  }

  /** Where nulls come. */
  public enum Nulls {
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
  }
}
