package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A cast between two types.
 *
 * @param id {@code [source type, target type]} as the engine prints them
 * @param method how it converts
 * @param function the function with the types of its arguments, for {@link Method#FUNCTION}; else
 *     null
 * @param context where it is applied without being asked for
 */
public record Cast(ObjectId id, Method method, @Nullable String function, Context context)
    implements DatabaseObject {

  /** How a cast converts. */
  public enum Method {
    /** By a function. */
    FUNCTION,
    /** By writing the value as text and reading it as the other type. */
    INOUT,
    /** Not at all, since both types are stored alike. */
    BINARY
  }

  /** Where a cast is applied without being asked for. */
  public enum Context {
    /** Nowhere. */
    EXPLICIT,
    /** Where a value is stored into a column or a variable. */
    ASSIGNMENT,
    /** Everywhere. */
    IMPLICIT
  }
}
