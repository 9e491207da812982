package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Indexes while others go on reading and writing (manual: CREATE INDEX, Building Indexes
 * Concurrently; DROP INDEX).
 */
final class OnlineIndexSql {

  private static final String CREATE = "create index ";
  private static final String CREATE_UNIQUE = "create unique index ";
  private static final String DROP = "drop index ";
  private static final String CONCURRENTLY = "concurrently ";

  private OnlineIndexSql() {}

  /**
   * The index of a partitioned table has no rows of its own: those of the partitions are objects of
   * their own, and are attached to it one by one.
   */
  static List<Statement> create(Index index, Catalog in) {
    List<Statement> direct = new IndexSql().create(index, List.of(), in);
    return TableSql.isPartitioned(index.relation(), in) ? direct : concurrently(direct, index);
  }

  /** The server refuses it for a partitioned index, and for a part of one. */
  static @Nullable List<Statement> drop(Index index, Catalog from) {
    return TableSql.isPartitioned(index.relation(), from) || isPart(index.id(), from)
        ? null
        : concurrently(new IndexSql().drop(index), index);
  }

  /** The new one is built beside the old one, which serves until then. */
  static @Nullable List<Statement> replace(Index before, Index after, Catalog from, Catalog to) {
    List<Statement> drop = drop(before, from);
    if (drop == null || !before.relation().equals(after.relation()) || drop(after, to) == null) {
      return null;
    }
    ObjectId aside = AsideNames.ofIndex(after.id(), from, to);
    var statements = new ArrayList<>(create(withName(after, aside), to));
    statements.addAll(drop);
    statements.addAll(new IndexSql().rename(aside, after.id(), to));
    return statements;
  }

  private static Index withName(Index index, ObjectId name) {
    return new Index(
        name,
        index.relation(),
        index.unique(),
        index.definition(),
        index.keys(),
        index.predicate(),
        index.nullsNotDistinct(),
        index.statistics());
  }

  private static boolean isPart(ObjectId index, Catalog in) {
    return in.find(ObjectId.about(Kind.INDEX_PARTITION, index)) instanceof IndexPartition;
  }

  private static List<Statement> concurrently(List<Statement> direct, Index index) {
    var statements = new ArrayList<>(direct);
    statements.set(0, concurrently(direct.getFirst().sql(), index.relation()));
    return statements;
  }

  /** The same statement so that it locks out neither readers nor writers. */
  static Statement concurrently(String sql, ObjectId relation) {
    String begin =
        List.of(CREATE, CREATE_UNIQUE, DROP).stream()
            .filter(sql::startsWith)
            .findFirst()
            .orElseThrow();
    return new Statement(
        begin + CONCURRENTLY + sql.substring(begin.length()),
        List.of(new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, relation)),
        /* transactional= */ false);
  }
}
