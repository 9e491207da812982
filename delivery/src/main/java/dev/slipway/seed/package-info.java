/** Rows that an environment begins with, written again and again. */
@NullMarked
package dev.slipway.seed;

import org.jspecify.annotations.NullMarked;
