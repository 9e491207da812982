package dev.slipway.foreign;

import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order in which Flyway runs files in a new database: the latest baseline, the versions after
 * it, then what is repeatable. Undo scripts are left out.
 */
final class FlywayFiles {

  private record Named(FlywayName name, Path file) {}

  private FlywayFiles() {}

  static List<Path> ordered(List<Path> files) {
    List<Named> named =
        files.stream()
            .map(file ->
                new Named(
                    Objects.requireNonNull(FlywayName.of(file.getFileName().toString())), file))
            .sorted(Comparator.comparing(Named::name).thenComparing(Named::file))
            .toList();
    Optional<FlywayName> baseline =
        named.stream().map(Named::name).filter(name -> name.kind() == 'B').reduce((a, b) -> b);
    List<Path> ordered = new ArrayList<>();
    Named last = null;
    for (Named each : named) {
      boolean isMeant =
          switch (each.name.kind()) {
            case 'B' -> each.name.equals(baseline.orElse(null));
            case 'V' -> baseline.isEmpty() || each.name.compareTo(baseline.get()) > 0;
            case 'R' -> true;
            default -> false;
          };
      if (isMeant) {
        requireOther(last, each);
        ordered.add(each.file);
        last = each;
      }
    }
    return ordered;
  }

  private static void requireOther(@Nullable Named last, Named next) {
    if (last != null && !next.name.isRepeatable() && last.name.compareTo(next.name) == 0) {
      throw new SlipwayException(
          ForeignError.FOREIGN_UNCLEAR,
          "Two migrations of Flyway have one version: "
              + last.file.getFileName()
              + " and "
              + next.file.getFileName()
              + ".",
          "Give one of them another version.");
    }
  }
}
