package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Grant as SQL. */
final class GrantSql implements ObjectSql<Grant> {

  @Override
  public List<Statement> create(Grant object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(Grant object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(Grant before, Grant after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
