package dev.slipway.cli.output;

import dev.slipway.diff.Change;

/** A difference in words. */
public final class ChangeText {

  private ChangeText() {}

  /** What is there and was not meant to be, is missing, or is other than it should be. */
  public static String drift(Change change) {
    return switch (change) {
      case Change.Create create -> create.id() + " is there, but no migration made it";
      case Change.Drop drop -> drop.id() + " is missing";
      case Change.Alter alter -> alter.id() + " is not as the migrations made it";
      case Change.Rename rename -> rename.from() + " is called " + rename.to().name();
    };
  }

  /** What a migration makes of the schema. */
  public static String made(Change change) {
    return switch (change) {
      case Change.Create create -> "new " + create.id();
      case Change.Drop drop -> "without " + drop.id();
      case Change.Alter alter -> "other " + alter.id();
      case Change.Rename rename -> rename.from() + " is called " + rename.to().name();
    };
  }
}
