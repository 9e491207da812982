/**
 * Rows made up for the tables of a throw-away database, and whether they are still the same later.
 * {@link dev.slipway.sample.Samples} makes them: as many as each table takes, of every type that a
 * column can have, within all its constraints; the same each time. {@link
 * dev.slipway.sample.SeenRows} remembers what tables hold and tells what of it changed. There is
 * one small class for each family of types.
 */
@NullMarked
package dev.slipway.sample;

import org.jspecify.annotations.NullMarked;
