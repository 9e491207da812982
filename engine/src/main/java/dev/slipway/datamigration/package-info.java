/**
 * What migrations do to rows in Java: {@link dev.slipway.datamigration.DataMigrations} finds the
 * classes that scripts name, and hands them the rows of each batch.
 */
@NullMarked
package dev.slipway.datamigration;

import org.jspecify.annotations.NullMarked;
