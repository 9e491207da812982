/** What is known of migrations from an environment, and whether it is enough for the next one. */
@NullMarked
package dev.slipway.evidence;

import org.jspecify.annotations.NullMarked;
