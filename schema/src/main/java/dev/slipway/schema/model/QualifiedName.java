package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of a table or type, with its schema where the definition gives one.
 *
 * @param schema the schema, or null for the one that the connection creates in
 * @param name the name, as it is, without quotes
 */
public record QualifiedName(@Nullable String schema, String name) {

  /** The name for messages: {@code app.todo}, or {@code todo}; not quoted, so no SQL. */
  @Override
  public String toString() {
    return schema == null ? name : schema + "." + name;
  }
}
