package dev.slipway.catalog;

/**
 * A conversion between two encodings of text.
 *
 * @param id {@code [schema, name]}
 * @param isDefault whether it is the one that is used between these encodings
 * @param source the encoding it converts from
 * @param target the encoding it converts to
 * @param function the function that converts, as the engine prints it
 */
public record Conversion(
    ObjectId id, boolean isDefault, String source, String target, String function)
    implements DatabaseObject {}
