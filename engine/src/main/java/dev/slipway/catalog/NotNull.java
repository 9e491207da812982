package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How a column refuses null, where that is not the usual way (PostgreSQL 18: a constraint of its
 * own).
 *
 * @param name the constraint's name; null for one that the engine gave, or that came from another
 *     table
 * @param unchecked whether rows that were there before were never looked at
 * @param alone whether tables that inherit the column may hold null
 */
public record NotNull(
    @Nullable String name,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unchecked,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean alone) {

  /** The usual way, and that of every table which inherits it. */
  public static final NotNull USUAL = new NotNull(null, false, false);
}
