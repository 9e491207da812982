package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Advance;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.LedgerContents;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.Target;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.util.List;

/** Reads how an environment differs from what its migrations made of it. */
final class DriftReading {

  private final Project project;

  DriftReading(Project project) {
    this.project = project;
  }

  Drift drift(String environment) {
    Target target = project.target(environment, Access.READ);
    LedgerContents ledger = LedgerContents.read(target);
    Advance advance = ledger.advance();
    if (advance != null) {
      throw new SlipwayException(
          MigrationError.PARTLY_APPLIED,
          advance.migration()
              + " is applied to "
              + environment
              + " in part: nothing says what should be there.",
          "Finish it with `slipway migrate " + environment + "`, or take it back.");
    }
    if (ledger.applied().isEmpty()) {
      return Drifting.none(environment);
    }
    String name = ledger.applied().getLast().name();
    Migration last = project.folder().history().find(name);
    if (last == null) {
      throw new SlipwayException(
          MigrationError.APPLIED_BUT_MISSING,
          name + " is applied to " + environment + ", but is not in the folder of migrations.",
          "Get its folder back, from another branch for instance.");
    }
    Catalog expected = last.readCatalog();
    return new Drifting(project.planner())
        .between(
            environment, expected, project.introspect(target, project.known(List.of(expected))));
  }
}
