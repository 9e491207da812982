package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * An operator or a function that belongs to an operator class, or to a family directly.
 *
 * @param function whether it is a function
 * @param number the number of its strategy, or of its support function
 * @param types the types of the operands that it is for, joined by a comma
 * @param object the operator or function with the types of its arguments, as the engine prints it
 * @param order the operator family by which it orders, schema-qualified; null for one that searches
 */
public record OperatorMember(
    boolean function, int number, String types, String object, @Nullable String order) {}
