/** Tests of the embedded server, all on real servers and real processes. */
@NullMarked
package dev.slipway.embedded;

import org.jspecify.annotations.NullMarked;
