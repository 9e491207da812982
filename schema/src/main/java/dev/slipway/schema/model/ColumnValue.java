package dev.slipway.schema.model;

/** Where a column's value comes from when an insert gives none; a column has at most one source. */
public sealed interface ColumnValue {

  /**
   * An expression that is evaluated for each new row.
   *
   * @param expression the default
   */
  record Default(Expression expression) implements ColumnValue {}

  /**
   * An expression over the row's other columns; it can't be written.
   *
   * @param expression the generation expression
   * @param stored whether it is kept with the row, or computed when it is read
   */
  record Generated(Expression expression, boolean stored) implements ColumnValue {}

  /**
   * An identity column of the SQL standard.
   *
   * @param always whether only the database writes it, unless an insert says {@code overriding
   *     system value}
   * @param options how it counts
   */
  record Identity(boolean always, SequenceOptions options) implements ColumnValue {}

  /** A sequence that the column owns and takes its default from, as {@code serial} makes it. */
  enum Serial implements ColumnValue {
    /** The only one. */
    SERIAL
  }
}
