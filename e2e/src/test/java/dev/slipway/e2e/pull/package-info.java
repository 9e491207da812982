/** A database as a definition: what is written, that it leads to the same, and what is refused. */
@NullMarked
package dev.slipway.e2e.pull;

import org.jspecify.annotations.NullMarked;
