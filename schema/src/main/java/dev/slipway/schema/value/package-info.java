/**
 * Values of PostgreSQL's types that neither the JDK nor jOOQ has a class for: a {@link
 * dev.slipway.schema.value.Range} and a {@link dev.slipway.schema.value.Multirange}, an {@link
 * dev.slipway.schema.value.Inet address with its network}, a {@link
 * dev.slipway.schema.value.Point}. They are immutable and know nothing of columns or of jOOQ. Their
 * {@code toString()} is the server's spelling, for messages.
 */
@NullMarked
package dev.slipway.schema.value;

import org.jspecify.annotations.NullMarked;
