package dev.slipway.hazard;

import dev.slipway.catalog.Column;
import dev.slipway.diff.Change;
import org.jspecify.annotations.Nullable;

/** A column with a type that it did not have before. */
final class NewType {

  private NewType() {}

  /** The column that a change brings, or whose type it changes; null for another change. */
  static @Nullable Column of(Change change) {
    return switch (change) {
      case Change.Create(Column column) -> column;
      case Change.Alter(Column before, Column after) when !before.type().equals(after.type()) ->
          after;
      case Change.Create create -> null;
      case Change.Alter alter -> null;
      case Change.Drop drop -> null;
      case Change.Rename rename -> null;
    };
  }
}
