package dev.slipway.catalog;

/**
 * A rewrite rule of a table or a view, but for the one that makes a view a view.
 *
 * @param id {@code [schema, relation, name]}
 * @param relation the table or view
 * @param definition the whole statement as the engine prints it
 * @param enabled when it is applied
 */
public record Rule(ObjectId id, ObjectId relation, String definition, Trigger.Enabled enabled)
    implements DatabaseObject {

  @Override
  public ObjectId parent() {
    return relation;
  }
}
