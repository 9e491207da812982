package dev.slipway.catalog;

/**
 * The comment on an object.
 *
 * @param id about the object; for a view's column about the view, with {@code column} and the
 *     column's name at the end; for a materialized view with {@code materialized} at the end
 * @param on the object
 * @param text the comment, not empty
 */
public record Comment(ObjectId id, ObjectId on, String text) implements DatabaseObject {

  /** The comment on an object. */
  public static Comment of(ObjectId on, String text) {
    return new Comment(ObjectId.about(Kind.COMMENT, on), on, text);
  }

  @Override
  public ObjectId parent() {
    return on;
  }
}
