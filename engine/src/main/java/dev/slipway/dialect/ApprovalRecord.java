package dev.slipway.dialect;

/**
 * An approval, as the ledger has it.
 *
 * @param id its number
 * @param entry what was written
 * @param role the role of the database that wrote it
 */
public record ApprovalRecord(long id, ApprovalEntry entry, String role) {}
