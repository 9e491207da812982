package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * A column as a schema definition describes it.
 *
 * @param name the column's name
 * @param type its type
 * @param notNull whether it refuses null; true for every column of the primary key
 * @param value where its value comes from when an insert gives none, or null for nowhere
 * @param comment its comment, or null
 * @param renamedFrom the name it had before, or null
 */
public record DefinedColumn(
    String name,
    ColumnType type,
    boolean notNull,
    @Nullable ColumnValue value,
    @Nullable String comment,
    @Nullable String renamedFrom) {}
