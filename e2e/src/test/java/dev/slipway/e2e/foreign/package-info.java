/**
 * Folders of migrations that other tools keep, as a source. Each case is such a folder. What it
 * leads to, or why it is refused, stands beside it.
 */
@NullMarked
package dev.slipway.e2e.foreign;

import org.jspecify.annotations.NullMarked;
