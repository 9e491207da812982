package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.DatabaseObject;
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
    return List.of(tell(comment, Quoting.literal(comment.text())));
  }

  @Override
  public List<Statement> drop(Comment comment) {
    return List.of(tell(comment, "null"));
  }

  @Override
  public Alteration alter(Comment before, Comment after, Catalog from, Catalog to) {
    return new Alteration.InPlace(create(after, List.of()), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement tell(Comment comment, String text) {
    return new Statement(
        "comment on " + target(comment) + " is " + text, locks(comment.on()), true);
  }

  private static String target(Comment comment) {
    ObjectId on = comment.on();
    return switch (on.kind()) {
      case SCHEMA -> "schema " + Quoting.name(on);
      case EXTENSION -> "extension " + Quoting.name(on);
      case ENUM -> "type " + Quoting.qualified(on);
      case SEQUENCE -> "sequence " + Quoting.qualified(on);
      case ROUTINE -> "routine " + Signature.qualified(on);
      case TABLE -> "table " + Quoting.qualified(on);
      case COLUMN -> "column " + Quoting.qualified(on) + "." + Quoting.name(on);
      case CONSTRAINT -> within("constraint ", on);
      case INDEX -> "index " + Quoting.qualified(on);
      case VIEW -> view(comment);
      case TRIGGER -> within("trigger ", on);
      case POLICY -> within("policy ", on);
      case PUBLICATION -> "publication " + Quoting.name(on);
      case COLUMN_DEFAULT, SEQUENCE_OWNER, REPLICA_IDENTITY, PUBLICATION_MEMBER, GRANT, COMMENT ->
          throw new IllegalArgumentException("no comment can be on the " + on);
    };
  }

  private static String within(String sort, ObjectId on) {
    return sort + Quoting.name(on) + " on " + Quoting.qualified(on);
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
    return switch (on.kind()) {
      case TABLE, VIEW -> List.of(new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, on));
      case COLUMN -> List.of(new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, Tables.of(on)));
      case CONSTRAINT, TRIGGER, POLICY -> List.of(new Lock(LockMode.ACCESS_SHARE, Tables.of(on)));
      case SCHEMA,
          EXTENSION,
          ENUM,
          SEQUENCE,
          ROUTINE,
          INDEX,
          PUBLICATION,
          COLUMN_DEFAULT,
          SEQUENCE_OWNER,
          REPLICA_IDENTITY,
          PUBLICATION_MEMBER,
          GRANT,
          COMMENT ->
          List.of();
    };
  }
}
