package dev.slipway.workspace;

import dev.slipway.proof.BothWays;
import org.jspecify.annotations.Nullable;

/**
 * What a proof of two sources came to.
 *
 * @param outcome what came of both directions
 * @param pgDump the version of the pg_dump that was asked as well; null when there was none that
 *     reads the shadow's version
 */
public record Proved(BothWays.Outcome outcome, @Nullable Integer pgDump) {}
