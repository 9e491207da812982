package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.View;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** View as SQL. */
final class ViewSql implements ObjectSql<View> {

  @Override
  public List<Statement> create(View object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(View object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(View before, View after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
