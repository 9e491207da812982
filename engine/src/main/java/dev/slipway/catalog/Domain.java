package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A domain: a type with conditions on its values. Its checks are {@link DomainConstraint objects of
 * their own}.
 *
 * @param id {@code [schema, name]}
 * @param type the type it is made of, as the engine prints it
 * @param collation the collation where it is not that type's own, schema-qualified and quoted; else
 *     null
 * @param defaultValue the expression of the default, as the engine prints it; else null
 * @param notNull whether null is refused
 * @param notNullName the name of the constraint that refuses null, where the engine keeps one
 *     (PostgreSQL 17) and it is not the name that it gives by itself; else null
 */
public record Domain(
    ObjectId id,
    String type,
    @Nullable String collation,
    @Nullable String defaultValue,
    boolean notNull,
    @Nullable String notNullName)
    implements DatabaseObject {}
