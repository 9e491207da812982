package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A text search parser: what cuts a document into tokens. Functions are named as the engine prints
 * them.
 *
 * @param id {@code [schema, name]}
 * @param start what begins a document
 * @param token what gives the next token
 * @param end what ends a document
 * @param headline what marks the found words; null when nothing does
 * @param types what tells the types of tokens
 */
public record TextSearchParser(
    ObjectId id, String start, String token, String end, @Nullable String headline, String types)
    implements DatabaseObject {}
