package dev.slipway.hazard;

import dev.slipway.catalog.DatabaseObject;
import dev.slipway.diff.Change;
import org.jspecify.annotations.Nullable;

/** What a change brings. */
final class NewObject {

  private NewObject() {}

  /**
   * The object that a change creates, or puts in the place of another of its name; null for a drop
   * or a rename.
   */
  static @Nullable DatabaseObject of(Change change) {
    return switch (change) {
      case Change.Create create -> create.object();
      case Change.Alter alter -> alter.after();
      case Change.Drop drop -> null;
      case Change.Rename rename -> null;
    };
  }
}
