package dev.slipway.catalog;

/**
 * A function or a procedure.
 *
 * @param id {@code [schema, name(argument types)]}
 * @param procedure whether it is a procedure
 * @param result the type of its result as the engine prints it, such as {@code SETOF public.todo};
 *     empty for a procedure
 * @param arguments the arguments as the engine prints them, with names, modes and defaults
 * @param definition the whole {@code CREATE OR REPLACE} statement as the engine prints it, without
 *     a final semicolon
 */
public record Routine(
    ObjectId id, boolean procedure, String result, String arguments, String definition)
    implements DatabaseObject {}
