package dev.slipway.schema.model;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint.
 *
 * @param name the constraint's name, or null for the server's choice
 * @param condition what must not be false for any row
 * @param inherited whether tables that inherit have it too
 * @param comment its comment, or null
 */
public record DefinedCheck(
    @Nullable String name, Expression condition, boolean inherited, @Nullable String comment) {

  /** A constraint that tables that inherit have too, without a comment. */
  public DefinedCheck(@Nullable String name, Expression condition) {
    this(name, condition, true, null);
  }
}
