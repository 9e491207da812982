package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** SequenceOwner as SQL. */
final class SequenceOwnerSql implements ObjectSql<SequenceOwner> {

  @Override
  public List<Statement> create(SequenceOwner object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(SequenceOwner object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(SequenceOwner before, SequenceOwner after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
