package dev.slipway.catalog;

/**
 * That all tables of a schema belong to a publication, future ones as well.
 *
 * @param id {@code [publication, schema]}
 * @param schema the schema's name
 */
public record PublicationSchema(ObjectId id, String schema) implements DatabaseObject {

  @Override
  public ObjectId parent() {
    return ObjectId.of(Kind.PUBLICATION, id.path().get(0));
  }
}
