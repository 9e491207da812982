/**
 * Scripts by which shells complete the command line: made from the model of the commands when they
 * are asked for, and loaded at no other time. Starts at {@link
 * dev.slipway.cli.completion.Completion}.
 */
@NullMarked
package dev.slipway.cli.completion;

import org.jspecify.annotations.NullMarked;
