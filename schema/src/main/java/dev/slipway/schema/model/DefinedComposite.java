package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A composite type as a schema definition describes it.
 *
 * @param name the type
 * @param attributes its attributes in their order, at least one
 * @param comment its comment, or null
 * @param renamedFrom the name it had before, or null
 */
public record DefinedComposite(
    QualifiedName name,
    List<Attribute> attributes,
    @Nullable String comment,
    @Nullable QualifiedName renamedFrom) {

  /** Keeps a copy of the list. */
  public DefinedComposite {
    attributes = List.copyOf(attributes);
  }

  /**
   * One attribute.
   *
   * @param name its name
   * @param type its type
   * @param comment its comment, or null
   * @param renamedFrom the name it had before, or null
   */
  public record Attribute(
      String name, ColumnType type, @Nullable String comment, @Nullable String renamedFrom) {}
}
