package dev.slipway.schema.model;

import java.util.List;

/**
 * An enum type as a schema definition describes it.
 *
 * @param name the type
 * @param values its values in their order, at least one, each once
 */
public record DefinedEnum(QualifiedName name, List<String> values) {

  /** Keeps a copy of the list. */
  public DefinedEnum {
    values = List.copyOf(values);
  }
}
