package dev.slipway.proof;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.pgdump.SchemaDump;
import org.jspecify.annotations.Nullable;

/**
 * A database as it was seen before a proof.
 *
 * @param url where it is
 * @param catalog its catalog
 * @param dump what pg_dump says about it; null where there is none that may speak
 */
public record Sight(DatabaseUrl url, Catalog catalog, @Nullable SchemaDump dump) {}
