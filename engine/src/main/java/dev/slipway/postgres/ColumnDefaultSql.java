package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** The defaults of columns as SQL (manual: ALTER TABLE). */
final class ColumnDefaultSql implements ObjectSql<ColumnDefault> {

  @Override
  public List<Statement> create(ColumnDefault value, List<DatabaseObject> within) {
    return List.of(ColumnSql.change(value.column(), "set default " + value.expression()));
  }

  @Override
  public List<Statement> drop(ColumnDefault value) {
    return List.of(ColumnSql.change(value.column(), "drop default"));
  }

  @Override
  public List<Statement> create(ColumnDefault value, List<DatabaseObject> within, Catalog in) {
    return List.of(ColumnSql.change(value.column(), "set default " + value.expression(), in));
  }

  @Override
  public List<Statement> drop(
      ColumnDefault value, List<DatabaseObject> along, Catalog in, Catalog to) {
    return List.of(ColumnSql.change(value.column(), "drop default", in));
  }

  @Override
  public Alteration alter(ColumnDefault before, ColumnDefault after, Catalog from, Catalog to) {
    return new Alteration.InPlace(create(after, List.of(), to), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }
}
