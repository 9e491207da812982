package dev.slipway.catalog;

/**
 * A trigger of a table or view.
 *
 * @param id {@code [schema, table, name]}
 * @param relation the table or view
 * @param definition the whole {@code CREATE TRIGGER} statement as the engine prints it, without a
 *     final semicolon
 * @param enabled when it fires
 */
public record Trigger(ObjectId id, ObjectId relation, String definition, Enabled enabled)
    implements DatabaseObject {

  /** When a trigger fires. */
  public enum Enabled {
    /** In sessions of the origin, the default. */
    ORIGIN,
    /** Never. */
    DISABLED,
    /** Only where replicated changes are applied. */
    REPLICA,
    /** In every session. */
    ALWAYS
  }

  @Override
  public ObjectId parent() {
    return relation;
  }
}
