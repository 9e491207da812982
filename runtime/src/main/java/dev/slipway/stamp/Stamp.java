package dev.slipway.stamp;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of itself.
 *
 * @param environment the environment that it is
 * @param identity drawn when the environment was stamped first; kept when its database moves
 * @param place where it was stamped
 * @param at when
 * @param by the role of the database that wrote it
 * @param from the user and the machine that did
 * @param reason why it took the place of another stamp; null where there was none
 * @param tool the version of Slipway
 */
public record Stamp(
    String environment,
    UUID identity,
    DatabasePlace place,
    Instant at,
    String by,
    String from,
    @Nullable String reason,
    String tool) {}
