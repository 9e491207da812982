package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A procedural language. Functions are named as the engine prints them.
 *
 * @param id {@code [language]}
 * @param trusted whether everyone may write routines in it
 * @param handler what runs a routine
 * @param inline what runs an anonymous block; null when nothing does
 * @param validator what checks a new routine; null when nothing does
 */
public record Language(
    ObjectId id,
    boolean trusted,
    String handler,
    @Nullable String inline,
    @Nullable String validator)
    implements DatabaseObject {}
