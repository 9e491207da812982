package dev.slipway.environment;

import dev.slipway.stamp.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * What became of a database's stamp.
 *
 * @param changed whether it is a new one
 * @param stamp what is in force now
 * @param before the stamp whose place it took; null for none
 */
public record Stamped(boolean changed, Stamp stamp, @Nullable Stamp before) {}
