@NullMarked
package dev.slipway.stamp;

import org.jspecify.annotations.NullMarked;
