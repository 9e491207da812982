package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Statistics;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Extended statistics as SQL (manual: CREATE STATISTICS, ALTER STATISTICS). */
final class StatisticsSql implements ObjectSql<Statistics> {

  /** What the server takes for its own number in every version. */
  private static final int USUAL = -1;

  @Override
  public String systemCatalog() {
    return "pg_statistic_ext";
  }

  @Override
  public String target(ObjectId id) {
    return "statistics " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Statistics statistics, List<DatabaseObject> within) {
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of(statistics.definition(), lock(statistics)));
    if (statistics.target() != null) {
      statements.add(remember(statistics));
    }
    return statements;
  }

  @Override
  public List<Statement> drop(Statistics statistics) {
    return List.of(
        Statement.of("drop statistics " + Quoting.qualified(statistics.id()), lock(statistics)));
  }

  @Override
  public Alteration alter(Statistics before, Statistics after, Catalog from, Catalog to) {
    return before.definition().equals(after.definition())
        ? new Alteration.InPlace(List.of(remember(after)), false)
        : new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter statistics " + Quoting.qualified(from) + " rename to " + Quoting.name(to)));
  }

  private static Statement remember(Statistics statistics) {
    return Statement.of(
        "alter statistics "
            + Quoting.qualified(statistics.id())
            + " set statistics "
            + (statistics.target() == null ? USUAL : statistics.target()),
        lock(statistics));
  }

  private static Lock lock(Statistics statistics) {
    return new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, statistics.relation());
  }
}
