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
   * An expression over the row's other columns, stored with the row; it can't be written.
   *
   * @param expression the generation expression
   */
  record Generated(Expression expression) implements ColumnValue {}

  /** An identity column of the SQL standard. */
  enum Identity implements ColumnValue {
    /** Only the database writes it, unless an insert says {@code overriding system value}. */
    ALWAYS,
    /** An insert may give its own value. */
    BY_DEFAULT
  }

  /** A sequence that the column owns and takes its default from, as {@code serial} makes it. */
  enum Serial implements ColumnValue {
    /** The only one. */
    SERIAL
  }
}
