/** Migrations on their way to the next environment: gates, states, approvals, and the way back. */
@NullMarked
package dev.slipway.promotion;

import org.jspecify.annotations.NullMarked;
