package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.ReplicaIdentity;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** ReplicaIdentity as SQL. */
final class ReplicaIdentitySql implements ObjectSql<ReplicaIdentity> {

  @Override
  public List<Statement> create(ReplicaIdentity object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(ReplicaIdentity object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(ReplicaIdentity before, ReplicaIdentity after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
