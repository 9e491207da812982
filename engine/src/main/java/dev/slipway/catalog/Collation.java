package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A collation: how texts are ordered and which are equal.
 *
 * @param id {@code [schema, name]}
 * @param provider {@code libc}, {@code icu} or {@code builtin}
 * @param deterministic whether only texts of the same bytes are equal
 * @param locale the locale; of libc's the one that orders
 * @param characters the locale that tells letters from digits, for libc's; else null
 * @param rules rules beside those of the locale, for icu's; null without any
 */
public record Collation(
    ObjectId id,
    String provider,
    boolean deterministic,
    String locale,
    @Nullable String characters,
    @Nullable String rules)
    implements DatabaseObject {}
