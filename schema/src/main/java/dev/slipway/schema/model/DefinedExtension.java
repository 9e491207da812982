package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * An extension that a schema definition needs.
 *
 * @param name its name
 * @param schema the schema that its objects are in, or null for the one that the connection creates
 *     in
 */
public record DefinedExtension(String name, @Nullable String schema) {}
