package dev.slipway.catalog;

/**
 * That a table inherits from another.
 *
 * @param id about the table, with the other's schema and name at the end
 * @param table the table that inherits
 * @param of the other
 * @param place which one it is of those that the table inherits from, from 1 on
 */
public record Inheritance(ObjectId id, ObjectId table, ObjectId of, int place)
    implements DatabaseObject {

  /** That a table inherits from another. */
  public static Inheritance of(ObjectId table, ObjectId of, int place) {
    return new Inheritance(
        ObjectId.about(Kind.INHERITANCE, table, of.schema(), of.name()), table, of, place);
  }

  @Override
  public ObjectId parent() {
    return table;
  }
}
