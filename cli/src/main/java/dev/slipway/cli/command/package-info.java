/**
 * The commands, one class each, without logic of their own. {@link
 * dev.slipway.cli.command.CommandLines} reads the arguments and finds the {@link
 * dev.slipway.cli.command.Command}; it is given an {@link dev.slipway.cli.command.Invocation} that
 * holds everything from outside: the {@link dev.slipway.cli.command.Surroundings} of the process
 * and the options that every command has.
 */
@NullMarked
package dev.slipway.cli.command;

import org.jspecify.annotations.NullMarked;
