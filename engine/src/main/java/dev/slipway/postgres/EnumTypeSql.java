package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** EnumType as SQL. */
final class EnumTypeSql implements ObjectSql<EnumType> {

  @Override
  public List<Statement> create(EnumType object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(EnumType object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(EnumType before, EnumType after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
