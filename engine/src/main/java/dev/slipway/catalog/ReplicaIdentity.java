package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a table writes to the log to identify a changed row, where that is not its primary key.
 *
 * @param id about the table
 * @param table the table
 * @param mode how the row is identified
 * @param index the index by its name, for {@link Mode#INDEX}; else null
 */
public record ReplicaIdentity(ObjectId id, ObjectId table, Mode mode, @Nullable String index)
    implements DatabaseObject {

  /** How a changed row is identified. */
  public enum Mode {
    /** By all its old values. */
    FULL,
    /** Not at all. */
    NOTHING,
    /** By the columns of a unique index. */
    INDEX
  }

  /** The replica identity of a table. */
  public static ReplicaIdentity of(ObjectId table, Mode mode, @Nullable String index) {
    return new ReplicaIdentity(ObjectId.about(Kind.REPLICA_IDENTITY, table), table, mode, index);
  }

  @Override
  public ObjectId parent() {
    return table;
  }
}
