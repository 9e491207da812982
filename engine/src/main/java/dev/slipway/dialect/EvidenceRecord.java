package dev.slipway.dialect;

import java.time.Instant;

/**
 * What was found out about an environment, as the ledger has it.
 *
 * @param id its number
 * @param entry what was written
 * @param at when, by the server's clock
 * @param role the role of the database that wrote it
 */
public record EvidenceRecord(long id, EvidenceEntry entry, Instant at, String role) {}
