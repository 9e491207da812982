package dev.slipway.catalog;

/**
 * The security label that one provider gave an object (manual: SECURITY LABEL).
 *
 * @param id about the object, with the provider at the end; for a column of a view, or an attribute
 *     of a type, with {@code column} and its name before the provider
 * @param on the object
 * @param provider the name of the module that understands the label
 * @param text the label
 */
public record SecurityLabel(ObjectId id, ObjectId on, String provider, String text)
    implements DatabaseObject {

  @Override
  public ObjectId parent() {
    return on;
  }
}
