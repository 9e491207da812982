/**
 * A real, migrated PostgreSQL database of its own for each test.
 *
 * <p>{@link dev.slipway.testing.SlipwayTest} on a test class is all that most projects need: a
 * parameter of type {@link dev.slipway.testing.SlipwayDatabase}, {@link java.sql.Connection},
 * {@link javax.sql.DataSource} or {@link org.jooq.DSLContext} is a database that no other test
 * sees. What is in it before a test is a {@link dev.slipway.testing.DatabasePreparation}; {@link
 * dev.slipway.testing.SlipwayExtension} is the extension behind it, to be registered where an
 * annotation says too little.
 */
@NullMarked
package dev.slipway.testing;

import org.jspecify.annotations.NullMarked;
