package dev.slipway.catalog;

/**
 * A check of a domain. That null is refused is a property of the domain instead.
 *
 * @param id {@code [schema, domain, name]}
 * @param definition the check as the engine prints it, without its name
 * @param validated whether every stored value is known to satisfy it
 */
public record DomainConstraint(ObjectId id, String definition, boolean validated)
    implements DatabaseObject {

  @Override
  public ObjectId parent() {
    return ObjectId.of(Kind.DOMAIN, id.path().get(0), id.path().get(1));
  }
}
