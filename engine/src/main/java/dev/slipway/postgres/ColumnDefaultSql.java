package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** ColumnDefault as SQL. */
final class ColumnDefaultSql implements ObjectSql<ColumnDefault> {

  @Override
  public List<Statement> create(ColumnDefault object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(ColumnDefault object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(ColumnDefault before, ColumnDefault after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
