/** Tests of the extension, which are its users as well. */
@NullMarked
package dev.slipway.testing;

import org.jspecify.annotations.NullMarked;
