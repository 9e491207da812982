/**
 * What {@code slipway demo} shows. {@link dev.slipway.cli.demo.Demo} tells the story with real
 * commands, on the example product in a {@link dev.slipway.cli.demo.DemoProject} of its own and on
 * a server that is started for it.
 */
@NullMarked
package dev.slipway.cli.demo;

import org.jspecify.annotations.NullMarked;
