package dev.slipway.migration;

import dev.slipway.plan.RowCheck;
import org.jspecify.annotations.Nullable;

/**
 * What a pending migration demands of the rows of its target.
 *
 * @param migration its name
 * @param check the demand
 * @param waitsFor the pending migration before it that may change what is asked, so that the answer
 *     is known only when that one has run; null when it can be asked at once
 */
public record RowQuestion(String migration, RowCheck check, @Nullable String waitsFor) {}
