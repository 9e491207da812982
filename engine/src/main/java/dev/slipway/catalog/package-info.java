/**
 * What a database holds, as data. A {@link dev.slipway.catalog.Catalog} is an immutable,
 * canonically ordered set of {@link dev.slipway.catalog.DatabaseObject objects} with a {@link
 * dev.slipway.catalog.Fingerprint}. This package knows no engine, runs nothing and imports nothing
 * else of Slipway.
 */
@NullMarked
package dev.slipway.catalog;

import org.jspecify.annotations.NullMarked;
