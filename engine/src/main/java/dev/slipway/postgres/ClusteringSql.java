package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Clustering;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;

/** Clustering as SQL (manual: ALTER TABLE … CLUSTER ON); no row is moved by it. */
final class ClusteringSql implements ObjectSql<Clustering> {

  @Override
  public List<Statement> create(Clustering clustering, List<DatabaseObject> within) {
    return List.of(alter(clustering, "cluster on " + Quoting.name(clustering.index())));
  }

  @Override
  public List<Statement> drop(Clustering clustering) {
    return List.of(alter(clustering, "set without cluster"));
  }

  @Override
  public Alteration alter(Clustering before, Clustering after, Catalog from, Catalog to) {
    return new Alteration.InPlace(create(after, List.of()), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement alter(Clustering clustering, String change) {
    ObjectId relation = clustering.relation();
    return Statement.of(
        (relation.kind() == Kind.VIEW ? "alter materialized view " : "alter table ")
            + Quoting.qualified(relation)
            + " "
            + change,
        new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, relation));
  }
}
