package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Comments as SQL (manual: COMMENT). */
final class CommentSql implements ObjectSql<Comment> {

  /** What each new database says of the schema public; pg_dump tells where it is missing. */
  static final String COMMENT_ON_PUBLIC = "standard public schema";

  private static final Catalog ALONE = Catalog.empty(Engine.POSTGRESQL);

  @Override
  public List<Statement> create(Comment comment, List<DatabaseObject> within) {
    return create(comment, within, ALONE);
  }

  @Override
  public List<Statement> create(Comment comment, List<DatabaseObject> within, Catalog in) {
    return List.of(tell(comment, text(comment), in, in));
  }

  @Override
  public List<Statement> drop(Comment comment) {
    return drop(comment, List.of(), ALONE, ALONE);
  }

  @Override
  public List<Statement> drop(
      Comment comment, List<DatabaseObject> along, Catalog from, Catalog to) {
    if (comment.on().kind() == Kind.EXTENSION) {
      return List.of(ExtensionComments.restore(comment.on()));
    }
    boolean isOfPublic = comment.on().equals(ObjectId.of(Kind.SCHEMA, "public"));
    String text = isOfPublic ? Quoting.literal(COMMENT_ON_PUBLIC) : "null";
    return List.of(tell(comment, text, from, from));
  }

  @Override
  public Alteration alter(Comment before, Comment after, Catalog from, Catalog to) {
    return new Alteration.InPlace(List.of(tell(after, text(after), from, to)), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static String text(Comment comment) {
    return comment.text().isEmpty() ? "null" : Quoting.literal(comment.text());
  }

  private static Statement tell(Comment comment, String text, Catalog from, Catalog to) {
    ObjectId id = comment.id();
    ObjectId on = comment.on();
    return Said.isAboutNotNull(id, on)
        ? new Statement(NotNullSql.comment(on, text), SaidTarget.locks(id, on), true)
        : SaidTarget.tell("comment on ", id, on, " is " + text, from, to);
  }
}
