/**
 * Entities of JPA as a schema definition. The user's own Hibernate, from the class path that the
 * configuration names, is asked for the script that creates their tables; it is run in a class
 * loader of its own, without a database. Slipway itself has no dependency on it; {@link
 * dev.slipway.jpa.Entities} is the door.
 */
@NullMarked
package dev.slipway.jpa;

import org.jspecify.annotations.NullMarked;
