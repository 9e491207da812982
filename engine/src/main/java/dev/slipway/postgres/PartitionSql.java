package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Partitions as SQL (manual: ALTER TABLE … ATTACH PARTITION). */
final class PartitionSql implements ObjectSql<Partition> {

  @Override
  public List<Statement> create(Partition partition, List<DatabaseObject> within) {
    return List.of(
        new Statement(
            alter(partition.of())
                + "attach partition "
                + Quoting.qualified(partition.table())
                + " "
                + partition.bounds(),
            locks(partition, LockMode.SHARE_UPDATE_EXCLUSIVE),
            true));
  }

  @Override
  public List<Statement> drop(Partition partition) {
    return List.of(
        new Statement(
            alter(partition.of()) + "detach partition " + Quoting.qualified(partition.table()),
            locks(partition, LockMode.ACCESS_EXCLUSIVE),
            true));
  }

  /** The server leaves the foreign keys of the whole with the part, as keys of its own. */
  @Override
  public List<Statement> drop(
      Partition partition, List<DatabaseObject> along, Catalog in, Catalog to) {
    var statements = new ArrayList<>(drop(partition));
    for (Constraint key : foreignKeysOf(partition, in)) {
      statements.add(
          Statement.of(
              alter(partition.table()) + "drop constraint if exists " + Quoting.name(key.id()),
              TableSql.exclusive(partition.table())));
    }
    return statements;
  }

  private static List<Constraint> foreignKeysOf(Partition partition, Catalog in) {
    var keys = new ArrayList<Constraint>();
    for (DatabaseObject whole = partition; whole instanceof Partition up; ) {
      for (DatabaseObject part : in.partsOf(up.of())) {
        if (part instanceof Constraint key && key.type() == Constraint.Type.FOREIGN_KEY) {
          keys.add(key);
        }
      }
      whole = in.find(Partition.of(up.of(), up.of(), "").id());
    }
    return keys;
  }

  @Override
  public Alteration alter(Partition before, Partition after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static String alter(ObjectId table) {
    return "alter table " + Quoting.qualified(table) + " ";
  }

  private static List<Lock> locks(Partition partition, LockMode whole) {
    return List.of(new Lock(whole, partition.of()), TableSql.exclusive(partition.table()));
  }
}
