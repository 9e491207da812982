/** Rows of one environment brought to another one, some of them, with personal data masked. */
@NullMarked
package dev.slipway.refresh;

import org.jspecify.annotations.NullMarked;
