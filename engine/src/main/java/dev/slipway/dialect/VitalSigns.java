package dev.slipway.dialect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a server does at one moment. What counts goes on counting from the last reset of the server's
 * statistics.
 *
 * @param waiting how many sessions of the database wait for a lock for longer than was asked
 * @param connections how many connections the server has
 * @param mostConnections how many it takes
 * @param deadlocks how many there were in the database
 * @param commits how many transactions of the database were committed
 * @param rollbacks how many were rolled back
 * @param lag how far the slowest replica is behind; null where that is not known
 * @param lagUnknown why not; null where it is known
 */
public record VitalSigns(
    int waiting,
    int connections,
    int mostConnections,
    long deadlocks,
    long commits,
    long rollbacks,
    @Nullable Duration lag,
    @Nullable String lagUnknown) {}
