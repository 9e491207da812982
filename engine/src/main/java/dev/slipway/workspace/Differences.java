package dev.slipway.workspace;

import dev.slipway.diff.Change;
import java.util.List;
import java.util.stream.Collectors;

/** Changes in words, for a message. */
final class Differences {

  private static final int SHOWN = 10;

  static String shown(List<Change> changes) {
    String listed =
        changes.stream().limit(SHOWN).map(Differences::shown).collect(Collectors.joining(", "));
    return changes.size() <= SHOWN ? listed : listed + " and " + (changes.size() - SHOWN) + " more";
  }

  private static String shown(Change change) {
    return switch (change) {
      case Change.Create create -> "new " + create.id();
      case Change.Drop drop -> "without " + drop.id();
      case Change.Alter alter -> "other " + alter.id();
      case Change.Rename rename -> rename.from() + " renamed to " + rename.to().name();
    };
  }
}
