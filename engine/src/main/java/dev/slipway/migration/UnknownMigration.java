package dev.slipway.migration;

import dev.slipway.error.SlipwayException;
import java.util.List;
import java.util.stream.Collectors;

/** What is said where a name is no migration's. */
final class UnknownMigration {

  private UnknownMigration() {}

  static SlipwayException of(String name, List<String> names) {
    return new SlipwayException(
        MigrationError.UNKNOWN_MIGRATION,
        "There is no migration \"" + name + "\" here.",
        names.isEmpty()
            ? "There are none at all."
            : "Name one of these: "
                + names.stream().map(each -> "\n  " + each).collect(Collectors.joining()));
  }
}
