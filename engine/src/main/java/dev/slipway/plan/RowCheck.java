package dev.slipway.plan;

import dev.slipway.catalog.ObjectId;

/**
 * A read-only question to the rows of the target that must be answered before a step runs.
 *
 * @param on the constraint, index or column that the rows could violate
 * @param demand what must hold, as a sentence: {@code each (email) of public.users is there once}
 * @param countSql a query of one number: how many rows or keys violate it; 0 when it holds
 * @param sampleSql a query of the violating keys, with a count where there is one; the caller
 *     limits it
 */
public record RowCheck(ObjectId on, String demand, String countSql, String sampleSql) {}
