/**
 * What {@code slipway.yml} says. {@link dev.slipway.config.Configuration} is the one door: it finds
 * the file, reads it with the variables it names and reports everything that is wrong with it at
 * once, as a {@link dev.slipway.config.ConfigurationException}. Values that hold secrets are never
 * part of a message.
 */
@NullMarked
package dev.slipway.config;

import org.jspecify.annotations.NullMarked;
