/**
 * What every failure of Slipway looks like: a stable {@link dev.slipway.error.ErrorCode code}, what
 * was wrong with which value, and the next step, carried by {@link
 * dev.slipway.error.SlipwayException}.
 */
@NullMarked
package dev.slipway.error;

import org.jspecify.annotations.NullMarked;
