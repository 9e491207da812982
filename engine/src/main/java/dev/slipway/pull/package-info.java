/**
 * A database as a schema definition: start at {@link dev.slipway.pull.Pulling}. Tables become
 * classes, one small printer for each part of them; what the definition has no word for becomes
 * {@code .sql} files beside the classes. What was written is compiled, loaded and compared with the
 * database before anyone gets to see it.
 */
@NullMarked
package dev.slipway.pull;

import org.jspecify.annotations.NullMarked;
