package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * That an index, or a constraint's index, is the part of a partitioned one.
 *
 * @param id about the index of the partition, or its constraint
 * @param part the index of the partition, or its constraint
 * @param whole the index of the partitioned table, or its constraint
 */
public record IndexPartition(ObjectId id, ObjectId part, ObjectId whole) implements DatabaseObject {

  /** That one index is the part of another. */
  public static IndexPartition of(ObjectId part, ObjectId whole) {
    return new IndexPartition(ObjectId.about(Kind.INDEX_PARTITION, part), part, whole);
  }

  /** Whether the partition has it as a key of its own, where its whole has but an index. */
  @JsonIgnore
  public boolean isKeyOfPartition() {
    return part.kind() == Kind.CONSTRAINT && whole.kind() == Kind.INDEX;
  }

  @Override
  public ObjectId parent() {
    return part;
  }
}
