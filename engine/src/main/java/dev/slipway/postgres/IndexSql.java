package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Indexes as SQL (manual: CREATE INDEX, DROP INDEX, ALTER INDEX). */
final class IndexSql implements ObjectSql<Index> {

  @Override
  public String systemCatalog() {
    return "pg_class";
  }

  @Override
  public String target(ObjectId id) {
    return "index " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Index index, List<DatabaseObject> within) {
    return create(index, " on ");
  }

  /** The indexes of partitions are objects of their own, and are attached to it one by one. */
  @Override
  public List<Statement> create(Index index, List<DatabaseObject> within, Catalog in) {
    return create(index, TableSql.isPartitioned(index.relation(), in) ? " on only " : " on ");
  }

  private static List<Statement> create(Index index, String on) {
    var statements = new ArrayList<Statement>();
    statements.add(
        Statement.of(
            (index.unique() ? "create unique index " : "create index ")
                + Quoting.name(index.id())
                + on
                + Quoting.qualified(index.relation())
                + " "
                + index.definition(),
            new Lock(LockMode.SHARE, index.relation())));
    statements.addAll(remember(List.of(), index));
    return statements;
  }

  @Override
  public List<Statement> drop(Index index) {
    return List.of(
        Statement.of(
            "drop index " + Quoting.qualified(index.id()), TableSql.exclusive(index.relation())));
  }

  @Override
  public Alteration alter(Index before, Index after, Catalog from, Catalog to) {
    boolean isSame =
        before.relation().equals(after.relation())
            && before.unique() == after.unique()
            && before.definition().equals(after.definition());
    return isSame
        ? new Alteration.InPlace(remember(before.statistics(), after), false)
        : new Alteration.Recreate();
  }

  /** How many values the statistics of expressions remember (manual: ALTER INDEX). */
  private static List<Statement> remember(List<String> before, Index after) {
    var targets = new TreeMap<String, String>();
    before.forEach(one -> targets.put(one.substring(0, one.indexOf('=')), "-1"));
    after
        .statistics()
        .forEach(one ->
            targets.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1)));
    var statements = new ArrayList<Statement>();
    targets.forEach((key, target) -> {
      if (!before.contains(key + "=" + target)) {
        statements.add(
            Statement.of(
                "alter index "
                    + Quoting.qualified(after.id())
                    + " alter column "
                    + key
                    + " set statistics "
                    + target));
      }
    });
    return statements;
  }

  /** Locks the index alone, and lets it be used meanwhile. */
  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of("alter index " + Quoting.qualified(from) + " rename to " + Quoting.name(to)));
  }

  @Override
  public List<RowCheck> rowChecks(@Nullable Index before, Index after, Catalog from, Catalog to) {
    if (!after.unique() || (before != null && isAsStrict(before, after))) {
      return List.of();
    }
    return IndexRowChecks.of(after, from, to);
  }

  private static boolean isAsStrict(Index before, Index after) {
    return before.unique()
        && before.keys().equals(after.keys())
        && before.predicate().equals(after.predicate())
        && (before.nullsNotDistinct() || !after.nullsNotDistinct());
  }
}
