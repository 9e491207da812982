package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite type of its own; the row types of tables and views are part of these.
 *
 * @param id {@code [schema, name]}
 * @param attributes its attributes in their order, which is part of the type
 */
public record CompositeType(ObjectId id, List<Attribute> attributes) implements DatabaseObject {

  /** Copies the attributes. */
  public CompositeType {
    attributes = List.copyOf(attributes);
  }

  /**
   * One attribute.
   *
   * @param name its name
   * @param type its type as the engine prints it
   * @param collation the collation where it is not the type's own, schema-qualified and quoted;
   *     else null
   */
  public record Attribute(String name, String type, @Nullable String collation) {}
}
