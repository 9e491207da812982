package dev.slipway.catalog;

/**
 * Who owns an object, where that is not the role that reads the catalog and owners are compared.
 *
 * <p>Left out where the reading role itself is the owner, since it also owns what it creates: the
 * same definition then leads to the same catalog in environments that are run by other roles.
 *
 * @param id about the object
 * @param on the object
 * @param role the owner's name
 */
public record Owner(ObjectId id, ObjectId on, String role) implements DatabaseObject {

  /** The owner of an object. */
  public static Owner of(ObjectId on, String role) {
    return new Owner(ObjectId.about(Kind.OWNER, on), on, role);
  }

  @Override
  public ObjectId parent() {
    return on;
  }
}
