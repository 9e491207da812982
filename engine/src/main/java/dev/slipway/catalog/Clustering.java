package dev.slipway.catalog;

/**
 * By which index a table or materialized view is clustered.
 *
 * @param id about the table
 * @param relation the table or materialized view
 * @param index the index, or the constraint whose index it is
 */
public record Clustering(ObjectId id, ObjectId relation, ObjectId index) implements DatabaseObject {

  /** By which index a relation is clustered. */
  public static Clustering of(ObjectId relation, ObjectId index) {
    return new Clustering(ObjectId.about(Kind.CLUSTERING, relation), relation, index);
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
