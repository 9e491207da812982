package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * A column as a schema definition describes it.
 *
 * @param name the column's name
 * @param type its type
 * @param notNull whether it refuses null; true for every column of the primary key
 * @param notNullName the name of the constraint that refuses null, or null for the server's choice
 * @param value where its value comes from when an insert gives none, or null for nowhere
 * @param collation its collation, or null for its type's
 * @param storage how long values are kept, or null for its type's way
 * @param compression how long values are compressed, such as {@code lz4}, or null for the server's
 * @param inherited whether it comes from the tables that its table inherits from
 * @param comment its comment, or null
 * @param renamedFrom the name it had before, or null
 */
public record DefinedColumn(
    String name,
    ColumnType type,
    boolean notNull,
    @Nullable String notNullName,
    @Nullable ColumnValue value,
    @Nullable QualifiedName collation,
    @Nullable ColumnStorage storage,
    @Nullable String compression,
    boolean inherited,
    @Nullable String comment,
    @Nullable String renamedFrom) {}
