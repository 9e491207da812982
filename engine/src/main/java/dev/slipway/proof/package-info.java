/**
 * The proof of a change on two real databases, forth and back. {@link dev.slipway.proof.RoundTrip}
 * is the door: it plans from one database to the other, runs the migration as it would be written,
 * and asks the catalog, {@code pg_dump} and the rows what came of it. {@link
 * dev.slipway.proof.BothWays} does so for two catalogs. The corpus of other people's cases and
 * {@code slipway diff --prove} are both judged here.
 */
@NullMarked
package dev.slipway.proof;

import org.jspecify.annotations.NullMarked;
