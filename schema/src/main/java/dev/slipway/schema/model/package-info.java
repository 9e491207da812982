/**
 * What a schema definition says, as immutable data that knows nothing of the classes it was read
 * from: a {@link dev.slipway.schema.model.DefinedTable} with its {@link
 * dev.slipway.schema.model.DefinedColumn columns}, keys, indexes and policies. An engine renders it
 * for its dialect; every SQL text in it is an {@link dev.slipway.schema.model.Expression}, every
 * type a {@link dev.slipway.schema.model.ColumnType}. A constraint or index whose name is null gets
 * the name that the server chooses.
 */
@NullMarked
package dev.slipway.schema.model;

import org.jspecify.annotations.NullMarked;
