package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/**
 * Parts of partitioned indexes as SQL (manual: ALTER INDEX … ATTACH PARTITION).
 *
 * <p>Where the table was attached after its index was built, the server has found the index by
 * itself; then the statement changes nothing.
 */
final class IndexPartitionSql implements ObjectSql<IndexPartition> {

  @Override
  public List<Statement> create(IndexPartition partition, List<DatabaseObject> within) {
    return List.of(
        Statement.of(
            "alter index "
                + index(partition.whole())
                + " attach partition "
                + index(partition.part())));
  }

  /** The server has no statement for it: it goes with the table's partition or with the index. */
  @Override
  public List<Statement> drop(IndexPartition partition) {
    return List.of();
  }

  @Override
  public Alteration alter(IndexPartition before, IndexPartition after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  /** The index of a constraint has the constraint's name. */
  private static String index(ObjectId id) {
    return id.kind() == Kind.CONSTRAINT
        ? Quoting.identifier(id.schema()) + "." + Quoting.name(id)
        : Quoting.qualified(id);
  }
}
