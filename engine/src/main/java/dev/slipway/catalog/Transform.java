package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * How values of a type are handed to a procedural language and back.
 *
 * @param id {@code [type, language]}, the type as the engine prints it
 * @param fromSql the function to the language, with the types of its arguments; null for the
 *     default
 * @param toSql the function from the language, with the types of its arguments; null for the
 *     default
 */
public record Transform(ObjectId id, @Nullable String fromSql, @Nullable String toSql)
    implements DatabaseObject {}
