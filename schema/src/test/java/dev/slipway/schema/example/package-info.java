/** A small schema as a user writes it. */
@NullMarked
package dev.slipway.schema.example;

import org.jspecify.annotations.NullMarked;
