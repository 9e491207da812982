package dev.slipway.catalog;

/**
 * The comment on an object.
 *
 * @param id about the object; for a view's column about the view, with {@code column} and the
 *     column's name at the end; for a materialized view with {@code materialized} at the end, for
 *     the index of a constraint with {@code index}
 * @param on the object
 * @param text the comment; empty only where an extension has none instead of its own
 */
public record Comment(ObjectId id, ObjectId on, String text) implements DatabaseObject {

  /** The comment on an object. */
  public static Comment of(ObjectId on, String text) {
    return new Comment(ObjectId.about(Kind.COMMENT, on), on, text);
  }

  /** The same comment after the object got another name. */
  public Comment movedTo(ObjectId renamed) {
    int known = 1 + on.path().size();
    String[] more = id.path().subList(known, id.path().size()).toArray(new String[0]);
    return new Comment(ObjectId.about(Kind.COMMENT, renamed, more), renamed, text);
  }

  @Override
  public ObjectId parent() {
    return on;
  }
}
