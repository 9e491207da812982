/**
 * Throw-away databases of the real engine. A {@link dev.slipway.shadow.Shadow} makes {@link
 * dev.slipway.shadow.ShadowDatabase databases} that are gone when they are closed; the {@link
 * dev.slipway.shadow.ScriptLoader} loads scripts into them, in an order found by trying. Nothing
 * here ever touches a database of the user's.
 */
@NullMarked
package dev.slipway.shadow;

import org.jspecify.annotations.NullMarked;
