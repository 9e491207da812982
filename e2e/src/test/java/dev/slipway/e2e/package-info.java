/** Tests over the whole product: its architecture, its documents, and what a user does with it. */
@NullMarked
package dev.slipway.e2e;

import org.jspecify.annotations.NullMarked;
