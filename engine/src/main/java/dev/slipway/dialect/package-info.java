/**
 * The seam between what is the same for every engine and what is not. A {@link
 * dev.slipway.dialect.Dialect} connects, cuts a script into statements, reads a catalog and renders
 * changes; each engine has one in a package of its own. What the executor needs of an engine is its
 * {@link dev.slipway.dialect.MigrationLock}, {@link dev.slipway.dialect.Ledger}, {@link
 * dev.slipway.dialect.Transactions} and {@link dev.slipway.dialect.LoneStatements}. Nothing above
 * this package writes SQL.
 */
@NullMarked
package dev.slipway.dialect;

import org.jspecify.annotations.NullMarked;
