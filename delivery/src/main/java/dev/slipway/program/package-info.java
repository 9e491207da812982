/** Programs of a project's own, limited in time and in what is kept of what they print. */
@NullMarked
package dev.slipway.program;

import org.jspecify.annotations.NullMarked;
