package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Foreign keys of partitioned tables while others go on. Before version 18 such a key can't be NOT
 * VALID; but one that is added to the whole takes over the equal, validated keys of its partitions
 * without reading a row (tablecmds.c, {@code tryAttachPartitionForeignKey}; seen on 15, 17 and 18).
 */
final class OnlinePartitionKeySql {

  private OnlinePartitionKeySql() {}

  /**
   * Each partition gets the key and is asked, then the whole gets it.
   *
   * @return null where that can't be done: the other table is partitioned, whose partitions the
   *     server would ask under the lock, a partition is elsewhere, or it has a constraint of the
   *     key's name
   */
  static @Nullable List<Statement> create(Constraint key, Catalog in) {
    ObjectId other = key.references();
    List<ObjectId> leaves = new ArrayList<>();
    if (other == null
        || TableSql.isPartitioned(other, in)
        || !key.validated()
        || key.notEnforced()
        || !findLeaves(key, key.parent(), in, leaves)) {
      return null;
    }
    List<Statement> statements = new ArrayList<>();
    for (ObjectId leaf : leaves) {
      Constraint own = on(leaf, key);
      statements.addAll(BriefLocks.of(leaf, List.of(own), LockMode.SHARE_ROW_EXCLUSIVE));
      statements.add(ConstraintSql.notValid(own));
      statements.add(ConstraintSql.validate(own));
    }
    statements.addAll(BriefLocks.of(key.parent(), List.of(key), LockMode.SHARE_ROW_EXCLUSIVE));
    new ConstraintSql()
        .create(key, List.of())
        .forEach(each -> statements.add(takingOver(each, key.parent(), other)));
    return statements;
  }

  /**
   * The triggers that the partitions' keys have on the other table give way to those of the whole:
   * dropping them keeps everybody away from it for that moment ({@code RemoveTriggerById}).
   */
  private static Statement takingOver(Statement create, ObjectId table, ObjectId other) {
    return new Statement(
        create.sql(),
        List.of(
            new Lock(LockMode.SHARE_ROW_EXCLUSIVE, table),
            new Lock(LockMode.ACCESS_EXCLUSIVE, other)),
        create.transactional());
  }

  private static boolean findLeaves(
      Constraint key, ObjectId table, Catalog in, List<ObjectId> leaves) {
    for (ObjectId part : in.inheritorsOf(table)) {
      if (TableSql.isForeign(part, in) || in.has(on(part, key).id())) {
        return false;
      }
      if (!TableSql.isPartitioned(part, in)) {
        leaves.add(part);
      } else if (!findLeaves(key, part, in, leaves)) {
        return false;
      }
    }
    return true;
  }

  private static Constraint on(ObjectId table, Constraint key) {
    return new Constraint(
        ObjectId.of(Kind.CONSTRAINT, table.path().get(0), table.path().get(1), key.id().name()),
        key.type(),
        key.definition(),
        key.columns(),
        key.references(),
        key.referencedColumns(),
        key.validated(),
        /* inherited= */ false,
        key.options(),
        key.notEnforced());
  }
}
