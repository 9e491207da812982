/** What a database says of itself: which environment it is, and that it is no copy of one. */
@NullMarked
package dev.slipway.stamp;

import org.jspecify.annotations.NullMarked;
