/**
 * Migrations as folders, their history, what of it a target has, and the one executor. A {@link
 * dev.slipway.migration.MigrationFolder} reads and writes {@link dev.slipway.migration.Migration
 * migrations}, a {@link dev.slipway.migration.History} puts them in order by their parents, and
 * {@link dev.slipway.migration.MigrationStatus} compares it with the target's ledger. Whatever
 * changes a target goes through the {@link dev.slipway.migration.Executor}.
 */
@NullMarked
package dev.slipway.migration;

import org.jspecify.annotations.NullMarked;
