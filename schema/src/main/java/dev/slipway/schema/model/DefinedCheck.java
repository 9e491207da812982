package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name the constraint's name, or null for the server's choice
 * @param condition what must not be false for any row
 */
public record DefinedCheck(@Nullable String name, Expression condition) {}
