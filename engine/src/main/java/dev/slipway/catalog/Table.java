package dev.slipway.catalog;

/**
 * A table. Columns, constraints, indexes, triggers and policies are objects of their own.
 *
 * @param id {@code [schema, name]}
 * @param unlogged whether it skips the write-ahead log
 * @param rowSecurity whether policies apply
 * @param forceRowSecurity whether they apply to the owner as well
 */
public record Table(ObjectId id, boolean unlogged, boolean rowSecurity, boolean forceRowSecurity)
    implements DatabaseObject {}
