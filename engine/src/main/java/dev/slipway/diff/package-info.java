/**
 * How two catalogs differ. A {@link dev.slipway.diff.Change} is one difference; the {@link
 * dev.slipway.diff.Differ} finds all of them. It compares what the engine printed on both sides and
 * knows no engine itself.
 */
@NullMarked
package dev.slipway.diff;

import org.jspecify.annotations.NullMarked;
