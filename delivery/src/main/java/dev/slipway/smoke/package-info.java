/** Smoke checks: whether an application answers as it should, from outside. */
@NullMarked
package dev.slipway.smoke;

import org.jspecify.annotations.NullMarked;
