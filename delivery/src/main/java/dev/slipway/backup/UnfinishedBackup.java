package dev.slipway.backup;

import java.time.Instant;

/**
 * What is left of a backup that was not finished, or is being written.
 *
 * @param name what it is called
 * @param lastWritten when something was written there last
 */
public record UnfinishedBackup(String name, Instant lastWritten) {}
