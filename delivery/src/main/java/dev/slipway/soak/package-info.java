/** Soak tests: load at a steady pace, and what it does to an application and its rows. */
@NullMarked
package dev.slipway.soak;

import org.jspecify.annotations.NullMarked;
