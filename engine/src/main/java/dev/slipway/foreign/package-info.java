/**
 * Folders of migrations that other tools keep, so that a project can begin with what it has. A
 * {@link dev.slipway.foreign.ForeignFolder} says which tool's they are, and which scripts run in
 * which order; nothing is written to such a folder.
 */
@NullMarked
package dev.slipway.foreign;

import org.jspecify.annotations.NullMarked;
