package dev.slipway.workspace;

import dev.slipway.migration.Migration;
import dev.slipway.observation.Observed;
import dev.slipway.plan.Hazard;
import java.nio.file.Path;
import java.util.List;

/**
 * A danger of a statement that a person wrote, as it was seen while the statement ran on a shadow.
 *
 * @param file the script
 * @param line where the statement begins, from 1
 * @param hazard the danger
 */
public record SeenHazard(Path file, int line, Hazard hazard) {

  /** The dangers of a migration's way forth. */
  static List<SeenHazard> of(Migration migration, List<Observed> observed) {
    Path file = migration.up().file();
    return observed.stream()
        .filter(each -> each.part().equals(migration.name()))
        .flatMap(each ->
            each.hazards().stream()
                .map(hazard -> new SeenHazard(file, each.statement().line(), hazard)))
        .toList();
  }
}
