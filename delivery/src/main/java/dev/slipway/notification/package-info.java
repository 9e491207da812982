/** Telling others by requests what happened in an environment. */
@NullMarked
package dev.slipway.notification;

import org.jspecify.annotations.NullMarked;
