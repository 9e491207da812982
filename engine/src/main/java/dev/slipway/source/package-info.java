/**
 * Anything a catalog can be read from. A {@link dev.slipway.source.Source} names it, as in {@code
 * java:target/classes} or {@code sql:db/schema}; the {@link dev.slipway.source.SourceReader} loads
 * it into a shadow and reads it back, so that every catalog comes from the same introspector.
 */
@NullMarked
package dev.slipway.source;

import org.jspecify.annotations.NullMarked;
