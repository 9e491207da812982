package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A text search template: the functions behind dictionaries, as the engine prints them.
 *
 * @param id {@code [schema, name]}
 * @param init what reads a dictionary's options; null when nothing does
 * @param lexize what looks a word up
 */
public record TextSearchTemplate(ObjectId id, @Nullable String init, String lexize)
    implements DatabaseObject {}
