package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;

/** Comments as SQL (manual: COMMENT). */
final class CommentSql implements ObjectSql<Comment> {

  @Override
  public List<Statement> create(Comment comment, List<DatabaseObject> within) {
    return List.of(tell(comment, target(comment), Quoting.literal(comment.text())));
  }

  @Override
  public List<Statement> create(Comment comment, List<DatabaseObject> within, Catalog in) {
    return List.of(tell(comment, target(comment, in), Quoting.literal(comment.text())));
  }

  @Override
  public List<Statement> drop(Comment comment) {
    return List.of(tell(comment, target(comment), "null"));
  }

  @Override
  public List<Statement> drop(
      Comment comment, List<DatabaseObject> along, Catalog from, Catalog to) {
    return List.of(tell(comment, target(comment, from), "null"));
  }

  @Override
  public Alteration alter(Comment before, Comment after, Catalog from, Catalog to) {
    return new Alteration.InPlace(create(after, List.of(), to), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement tell(Comment comment, String target, String text) {
    return new Statement("comment on " + target + " is " + text, locks(comment.on()), true);
  }

  /** COMMENT alone does not take a foreign table for a table. */
  private static String target(Comment comment, Catalog in) {
    String target = target(comment);
    return TableSql.isForeign(comment.on(), in) ? "foreign " + target : target;
  }

  private static String target(Comment comment) {
    ObjectId on = comment.on();
    if (Said.isAboutIndex(comment.id(), on)) {
      return "index " + Quoting.qualified(ObjectId.of(Kind.INDEX, on.schema(), on.name()));
    }
    String attribute = on.kind() == Kind.COMPOSITE_TYPE ? Said.viewColumn(comment.id(), on) : null;
    if (attribute != null) {
      return "column " + Quoting.qualified(on) + "." + Quoting.identifier(attribute);
    }
    String target =
        on.kind() == Kind.VIEW ? view(comment) : PostgresRenderer.of(on.kind()).target(on);
    if (target == null) {
      throw new IllegalArgumentException("no comment can be on the " + on);
    }
    return target;
  }

  private static String view(Comment comment) {
    String view = Quoting.qualified(comment.on());
    String column = Said.viewColumn(comment.id(), comment.on());
    if (column != null) {
      return "column " + view + "." + Quoting.identifier(column);
    }
    return (Said.isAboutMaterialized(comment.id(), comment.on()) ? "materialized view " : "view ")
        + view;
  }

  private static List<Lock> locks(ObjectId on) {
    return switch (on.kind().home()) {
      case RELATION ->
          on.kind() == Kind.COLUMN
              ? List.of(new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, Tables.of(on)))
              : on.kind() == Kind.DOMAIN_CONSTRAINT
                  ? List.of()
                  : List.of(new Lock(LockMode.ACCESS_SHARE, Tables.of(on)));
      case SCHEMA ->
          on.kind() == Kind.TABLE || on.kind() == Kind.VIEW
              ? List.of(new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, on))
              : List.of();
      case DATABASE, ABOUT -> List.of();
    };
  }
}
