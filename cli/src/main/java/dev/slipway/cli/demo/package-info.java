/**
 * What {@code slipway demo} shows. {@link dev.slipway.cli.demo.Demo} tells the story and runs the
 * real commands; {@link dev.slipway.cli.demo.ConnectProject} is the project that it works on: the
 * example's own sources, of which some are older or newer at a {@link dev.slipway.cli.demo.Stage}.
 * The {@link dev.slipway.cli.demo.Rows} in its database are counted before and after.
 */
@NullMarked
package dev.slipway.cli.demo;

import org.jspecify.annotations.NullMarked;
