package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name the constraint's name, or null for the server's choice
 * @param columns the names of the referencing columns
 * @param target the referenced table
 * @param targetColumns the names of the referenced columns, as many as columns, in their order
 * @param onDelete what happens to a row when the one it references is deleted
 * @param onUpdate what happens to a row when the key it references is changed
 * @param deferral when it is checked
 */
public record DefinedForeignKey(
    @Nullable String name,
    List<String> columns,
    QualifiedName target,
    List<String> targetColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferral deferral) {

  /** Keeps copies of the lists. */
  public DefinedForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
  }
}
