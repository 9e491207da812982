/**
 * A real PostgreSQL that Slipway starts, shares and stops by itself.
 *
 * <p>{@link dev.slipway.embedded.EmbeddedPostgres} is the door, {@link
 * dev.slipway.embedded.EmbeddedOptions} says which server is wanted: one of this process alone, one
 * shared by the processes of this user, or one whose data stays in a folder. What goes wrong is one
 * of {@link dev.slipway.embedded.EmbeddedError}, with the end of the server's own log where there
 * is one.
 */
@NullMarked
package dev.slipway.embedded;

import org.jspecify.annotations.NullMarked;
