package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain as a schema definition describes it: a type with conditions on its values.
 *
 * @param name the type
 * @param base the type of its values
 * @param notNull whether it refuses null
 * @param defaultValue what a column of it is given when an insert gives nothing, or null
 * @param checks the conditions
 * @param collation its collation, or null for the base type's
 * @param comment its comment, or null
 * @param renamedFrom the name it had before, or null
 */
public record DefinedDomain(
    QualifiedName name,
    ColumnType base,
    boolean notNull,
    @Nullable Expression defaultValue,
    List<DefinedCheck> checks,
    @Nullable QualifiedName collation,
    @Nullable String comment,
    @Nullable QualifiedName renamedFrom) {

  /** Keeps a copy of the list. */
  public DefinedDomain {
    checks = List.copyOf(checks);
  }
}
