/**
 * PostgreSQL against the real thing. A {@link dev.slipway.postgres.TestServer} is one server a
 * version and process; a {@link dev.slipway.postgres.TestDatabase} is one database a test. A case
 * is a folder whose golden files {@link dev.slipway.postgres.Golden} compares or rewrites.
 */
@NullMarked
package dev.slipway.postgres;

import org.jspecify.annotations.NullMarked;
