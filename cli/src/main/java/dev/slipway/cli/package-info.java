/**
 * The program {@code slipway}. {@link dev.slipway.cli.Main} is where the process begins and ends;
 * everything else works the same within a test, on {@link dev.slipway.cli.command.Surroundings} of
 * its own.
 */
@NullMarked
package dev.slipway.cli;

import org.jspecify.annotations.NullMarked;
