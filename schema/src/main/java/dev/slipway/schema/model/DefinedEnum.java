package dev.slipway.schema.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An enum type as a schema definition describes it.
 *
 * @param name the type
 * @param values its values in their order, at least one, each once
 * @param renamedValues the names that values had before, by their present ones
 * @param comment its comment, or null
 * @param renamedFrom the name it had before, or null
 */
public record DefinedEnum(
    QualifiedName name,
    List<String> values,
    Map<String, String> renamedValues,
    @Nullable String comment,
    @Nullable QualifiedName renamedFrom) {

  /** Keeps copies of the collections. */
  public DefinedEnum {
    values = List.copyOf(values);
    renamedValues = Map.copyOf(renamedValues);
  }
}
