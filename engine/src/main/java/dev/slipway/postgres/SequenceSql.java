package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Sequence;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Sequence as SQL. */
final class SequenceSql implements ObjectSql<Sequence> {

  @Override
  public List<Statement> create(Sequence object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(Sequence object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(Sequence before, Sequence after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
