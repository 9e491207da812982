/** Watching an environment after a change: limits for what it answers, costs and holds. */
@NullMarked
package dev.slipway.watch;

import org.jspecify.annotations.NullMarked;
