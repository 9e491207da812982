package dev.slipway.migration;

import dev.slipway.plan.WeighedHazard;

/**
 * A hazard of a migration that a target lacks.
 *
 * @param migration its name
 * @param weighed the hazard, with what it comes to there
 */
public record PendingHazard(String migration, WeighedHazard weighed) {}
