package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name the constraint's name, or null for the server's choice
 * @param columns the names of the referencing columns
 * @param target the referenced table
 * @param targetElsewhere whether the referenced table is no part of the definition
 * @param targetColumns the names of the referenced columns, as many as columns, in their order
 * @param onDelete what happens to a row when the one it references is deleted
 * @param onUpdate what happens to a row when the key it references is changed
 * @param setColumns the columns that {@code onDelete} sets; none for all
 * @param matchFull whether a row references only with all columns or with none
 * @param deferral when it is checked
 * @param comment its comment, or null
 */
public record DefinedForeignKey(
    @Nullable String name,
    List<String> columns,
    QualifiedName target,
    boolean targetElsewhere,
    List<String> targetColumns,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    List<String> setColumns,
    boolean matchFull,
    Deferral deferral,
    @Nullable String comment) {

  /** Keeps copies of the lists. */
  public DefinedForeignKey {
    columns = List.copyOf(columns);
    targetColumns = List.copyOf(targetColumns);
    setColumns = List.copyOf(setColumns);
  }
}
