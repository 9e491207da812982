/**
 * An independent observer of a PostgreSQL schema: the text that {@code pg_dump --schema-only}
 * prints, cut into entries and brought into an order that does not depend on how the objects came
 * about. Start at {@link dev.slipway.pgdump.PgDump}. It knows nothing of catalogs and plans, so
 * that what it says about them counts.
 */
@NullMarked
package dev.slipway.pgdump;

import org.jspecify.annotations.NullMarked;
