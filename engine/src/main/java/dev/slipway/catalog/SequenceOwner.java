package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * That a sequence belongs to a column and is dropped with it.
 *
 * @param id about the sequence
 * @param sequence the sequence
 * @param column the column
 * @param role who owns the table and therefore the sequence, where that is not the role that reads
 *     the catalog and owners are compared; else null
 */
public record SequenceOwner(ObjectId id, ObjectId sequence, ObjectId column, @Nullable String role)
    implements DatabaseObject {

  /** The owner of a sequence. */
  public static SequenceOwner of(ObjectId sequence, ObjectId column, @Nullable String role) {
    return new SequenceOwner(ObjectId.about(Kind.SEQUENCE_OWNER, sequence), sequence, column, role);
  }

  @Override
  public ObjectId parent() {
    return sequence;
  }
}
