package dev.slipway.dialect;

import java.time.Instant;

/**
 * What the ledger knows of the last time that something was done which no migration holds.
 *
 * @param name what it is called
 * @param note what was written of it
 * @param at when it was done, by the server's clock
 */
public record DirectPart(String name, String note, Instant at) {}
