/**
 * PostgreSQL 15 to 18 behind the {@link dev.slipway.dialect.Dialect} seam. {@link
 * dev.slipway.postgres.Postgres} is the only door; each kind of object has one {@code …Reader} that
 * reads it from the system catalogs and one {@code …Sql} that tells it to the server. Every
 * identifier and literal of generated SQL goes through {@code Quoting}.
 */
@NullMarked
package dev.slipway.postgres;

import org.jspecify.annotations.NullMarked;
