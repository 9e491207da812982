package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.OnlineRenderer;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends each part of a relation to what changes it while others go on. */
final class PostgresOnlineRenderer implements OnlineRenderer {

  @Override
  public @Nullable List<Statement> create(
      DatabaseObject part, List<DatabaseObject> within, Catalog from, Catalog to) {
    return switch (part) {
      case Index index -> OnlineIndexSql.create(index, to);
      case Constraint constraint -> OnlineConstraintSql.create(constraint, within, to);
      case Column column -> OnlineColumnSql.create(column, within, from, to);
      default -> null;
    };
  }

  @Override
  public @Nullable List<Statement> drop(DatabaseObject part, Catalog from) {
    return part instanceof Index index ? OnlineIndexSql.drop(index, from) : null;
  }

  @Override
  public @Nullable List<Statement> alter(
      DatabaseObject before, DatabaseObject after, Catalog from, Catalog to) {
    return before instanceof Column old && after instanceof Column column
        ? OnlineNotNullSql.alter(old, column, from, to)
        : null;
  }

  @Override
  public @Nullable List<Statement> replace(
      DatabaseObject before, DatabaseObject after, Catalog from, Catalog to) {
    return switch (after) {
      case Index index when before instanceof Index old ->
          OnlineIndexSql.replace(old, index, from, to);
      case Constraint constraint when before instanceof Constraint old ->
          OnlineConstraintSql.replace(old, constraint, from, to);
      default -> null;
    };
  }

  @Override
  public @Nullable List<Statement> retype(
      Column before, Column after, Catalog from, Catalog to, @Nullable Parking parking) {
    return OnlineTypeSql.there(before, after, from, to, parking);
  }

  @Override
  public @Nullable List<Statement> retypeBack(
      Column before, Column after, Catalog from, Catalog to, @Nullable Parking parking) {
    return OnlineTypeSql.back(before, after, from, to, parking);
  }

  @Override
  public @Nullable List<Statement> retype(
      EnumType before, EnumType after, Catalog from, Catalog to) {
    return OnlineEnumSql.there(before, after, from, to, ownerOf(before, from));
  }

  @Override
  public @Nullable List<Statement> retypeBack(
      EnumType before, EnumType after, Catalog from, Catalog to) {
    return OnlineEnumSql.back(
        /* before= */ after,
        /* after= */ before,
        /* from= */ to,
        /* to= */ from,
        ownerOf(before, from));
  }

  @Override
  public List<ObjectId> columnsOf(EnumType type, Catalog from, Catalog to) {
    return OnlineEnumSql.columns(type, from, to).stream().map(Column::id).toList();
  }

  @Override
  public @Nullable String obstacle(EnumType before, EnumType after, Catalog from, Catalog to) {
    return OnlineEnumSql.obstacle(before, after, from, to);
  }

  private static @Nullable String ownerOf(EnumType type, Catalog in) {
    return in.seen().owners().get(type.id());
  }
}
