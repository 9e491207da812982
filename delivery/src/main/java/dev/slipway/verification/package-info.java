/** Verification: whether a database is, holds and does what it should. */
@NullMarked
package dev.slipway.verification;

import org.jspecify.annotations.NullMarked;
