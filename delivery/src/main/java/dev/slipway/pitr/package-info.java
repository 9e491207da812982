/** Points in time: pgBackRest is set up, checked, run, and restores a server into a new folder. */
@NullMarked
package dev.slipway.pitr;

import org.jspecify.annotations.NullMarked;
