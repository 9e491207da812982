package dev.slipway.catalog;

/**
 * That a role has a mapping on a foreign server. The mapping's options are secrets: they are never
 * read, and whoever creates a mapping sets them by hand.
 *
 * @param id {@code [server, role]}
 * @param server the server
 * @param role the role's name, {@code public} for everyone
 */
public record UserMapping(ObjectId id, ObjectId server, String role) implements DatabaseObject {

  @Override
  public ObjectId parent() {
    return server;
  }
}
