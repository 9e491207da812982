package dev.slipway.catalog;

import java.util.List;

/**
 * An enumerated type.
 *
 * @param id {@code [schema, name]}
 * @param values its values in their order
 */
public record EnumType(ObjectId id, List<String> values) implements DatabaseObject {

  /** Copies the values. */
  public EnumType {
    values = List.copyOf(values);
  }
}
