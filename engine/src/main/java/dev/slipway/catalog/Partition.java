package dev.slipway.catalog;

/**
 * That a table is a partition of another, with its bounds.
 *
 * @param id about the partition
 * @param table the partition
 * @param of the partitioned table
 * @param bounds which rows it holds, as the engine prints it: {@code FOR VALUES IN ('a')}
 */
public record Partition(ObjectId id, ObjectId table, ObjectId of, String bounds)
    implements DatabaseObject {

  /** That a table is a partition of another. */
  public static Partition of(ObjectId table, ObjectId of, String bounds) {
    return new Partition(ObjectId.about(Kind.PARTITION, table), table, of, bounds);
  }

  @Override
  public ObjectId parent() {
    return table;
  }
}
