/** Environments: stamped, listed, compared, made like another one. */
@NullMarked
package dev.slipway.environment;

import org.jspecify.annotations.NullMarked;
