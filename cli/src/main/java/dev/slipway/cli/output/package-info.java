/**
 * How a command speaks. The {@link dev.slipway.cli.output.Console} is the only way to standard
 * output and standard error; {@link dev.slipway.cli.output.ErrorReport} prints every failure, and
 * {@link dev.slipway.cli.output.ExitCode} is what the process ends with. {@link
 * dev.slipway.cli.output.PlanText} and {@link dev.slipway.cli.output.TextTable} lay out what a
 * person reads, {@link dev.slipway.cli.output.PlanJson} what a program reads.
 */
@NullMarked
package dev.slipway.cli.output;

import org.jspecify.annotations.NullMarked;
