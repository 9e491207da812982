/** Backups: taken, restored, and proved to be restorable. */
@NullMarked
package dev.slipway.backup;

import org.jspecify.annotations.NullMarked;
