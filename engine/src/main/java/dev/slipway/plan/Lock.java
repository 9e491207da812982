package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;

/**
 * A lock that a statement takes on a table or view that was there before it.
 *
 * @param mode how strong it is
 * @param on the table or view
 */
public record Lock(LockMode mode, ObjectId on) {}
