package dev.slipway.catalog;

/**
 * That a sequence belongs to a column and is dropped with it.
 *
 * @param id about the sequence
 * @param sequence the sequence
 * @param column the column
 */
public record SequenceOwner(ObjectId id, ObjectId sequence, ObjectId column)
    implements DatabaseObject {

  /** The owner of a sequence. */
  public static SequenceOwner of(ObjectId sequence, ObjectId column) {
    return new SequenceOwner(ObjectId.about(Kind.SEQUENCE_OWNER, sequence), sequence, column);
  }

  @Override
  public ObjectId parent() {
    return sequence;
  }
}
