package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.ReplicaIdentity;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** Replica identities as SQL (manual: ALTER TABLE … REPLICA IDENTITY). */
final class ReplicaIdentitySql implements ObjectSql<ReplicaIdentity> {

  @Override
  public List<Statement> create(ReplicaIdentity identity, List<DatabaseObject> within) {
    return List.of(
        set(
            identity,
            switch (identity.mode()) {
              case FULL -> "full";
              case NOTHING -> "nothing";
              case INDEX -> "using index " + Quoting.identifier(index(identity));
            }));
  }

  @Override
  public List<Statement> drop(ReplicaIdentity identity) {
    return List.of(set(identity, "default"));
  }

  @Override
  public Alteration alter(ReplicaIdentity before, ReplicaIdentity after, Catalog from, Catalog to) {
    return new Alteration.InPlace(create(after, List.of()), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static String index(ReplicaIdentity identity) {
    String index = identity.index();
    if (index == null) {
      throw new IllegalArgumentException("no index identifies the rows of " + identity.table());
    }
    return index;
  }

  private static Statement set(ReplicaIdentity identity, String value) {
    return Statement.of(
        "alter table " + Quoting.qualified(identity.table()) + " replica identity " + value,
        TableSql.exclusive(identity.table()));
  }
}
