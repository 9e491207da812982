/**
 * The schema definition that is also the typed jOOQ table: one class that extends {@link
 * dev.slipway.schema.TableDefinition} and holds a {@link dev.slipway.schema.Column} per column.
 * What it says is read as the immutable {@link dev.slipway.schema.model.DefinedTable} by {@link
 * dev.slipway.schema.TableDefinition#definition()}. A wrong definition fails with one of the {@link
 * dev.slipway.schema.DefinitionError}s, naming the table and the column.
 */
@NullMarked
package dev.slipway.schema;

import org.jspecify.annotations.NullMarked;
