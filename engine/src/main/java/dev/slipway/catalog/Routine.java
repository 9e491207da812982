package dev.slipway.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function, a procedure or a window function.
 *
 * @param id {@code [schema, name(argument types)]}
 * @param form what it is called for
 * @param result the type of its result as the engine prints it, such as {@code SETOF public.todo};
 *     empty for a procedure
 * @param arguments the arguments in their order
 * @param definition the whole {@code CREATE OR REPLACE} statement as the engine prints it, without
 *     a final semicolon
 * @param body the part of it that is a body in SQL, read when the routine is created; null for a
 *     body that is a text until the routine is called
 */
public record Routine(
    ObjectId id,
    Form form,
    String result,
    List<Argument> arguments,
    String definition,
    @Nullable String body)
    implements DatabaseObject {

  /** What a routine is called for. */
  public enum Form {
    /** For its result. */
    FUNCTION,
    /** For what it does. */
    PROCEDURE,
    /** For its result over a window of rows. */
    WINDOW
  }

  /**
   * One argument.
   *
   * @param declaration its mode, name and type as the engine prints them
   * @param value the expression of its default; null without one
   */
  public record Argument(String declaration, @Nullable String value) {}

  /** Copies the arguments. */
  public Routine {
    arguments = List.copyOf(arguments);
  }
}
