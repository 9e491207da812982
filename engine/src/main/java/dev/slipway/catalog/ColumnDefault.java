package dev.slipway.catalog;

/**
 * The default of a column that is neither generated nor identity.
 *
 * @param id about the column
 * @param column the column
 * @param expression the expression as the engine prints it
 */
public record ColumnDefault(ObjectId id, ObjectId column, String expression)
    implements DatabaseObject {

  /** The default of a column. */
  public static ColumnDefault of(ObjectId column, String expression) {
    return new ColumnDefault(ObjectId.about(Kind.COLUMN_DEFAULT, column), column, expression);
  }

  @Override
  public ObjectId parent() {
    return column;
  }
}
