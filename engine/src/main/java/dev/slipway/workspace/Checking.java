package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationFileException;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.observation.Observer;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Replays the history on a shadow, forth, back and forth again, and compares its end with the
 * definition.
 */
final class Checking {

  private final Dialect dialect;
  private final Shadow shadow;
  private final SchemaPlanner planner;
  private final MigrationFolder folder;
  private final List<Finding> findings = new ArrayList<>();
  private final List<SeenHazard> hazards = new ArrayList<>();
  private ProvedRows rows = ProvedRows.none();

  Checking(Dialect dialect, Shadow shadow, SchemaPlanner planner, MigrationFolder folder) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.planner = planner;
    this.folder = folder;
  }

  Checked check(Desired desired) {
    History history;
    try {
      history = folder.history();
      history.migrations().forEach(Migration::requireReadable);
    } catch (SlipwayException e) {
      return Checked.refused(List.of(Finding.of(e)));
    }
    if (!areCatalogsWhole(history)) {
      return Checked.refused(findings);
    }
    Migration head = history.head();
    Catalog end = head == null ? Catalog.empty(Engine.POSTGRESQL) : head.readCatalog();
    List<Change> missing = planner.plan(end, desired).changes();
    if (!missing.isEmpty()) {
      findings.add(
          Finding.of(
              "definition-without-migration",
              "The definition differs from the last migration: " + Differences.shown(missing) + ".",
              "Run `slipway generate` and commit what it writes."));
    }
    if (!history.isEmpty()) {
      replay(history);
      if (findings.stream().noneMatch(finding -> finding.file() != null)) {
        var proof = new RowProof(dialect, shadow, planner, history);
        rows = proof.prove();
        findings.addAll(proof.findings());
      }
    }
    return new Checked(
        history.migrations().size(), end.size(), rows, irreversible(history), hazards, findings);
  }

  /** Each catalog is the one that its migration arrives at, and the next starts from. */
  private boolean areCatalogsWhole(History history) {
    for (Migration migration : history.migrations()) {
      if (!migration.isFinished()) {
        findings.add(unfinished(migration));
      }
      Path manifest = migration.folder().resolve("migration.json");
      if (migration.parents().isEmpty()
          && !migration
              .manifest()
              .before()
              .equals(Catalog.empty(Engine.POSTGRESQL).fingerprint())) {
        findings.add(
            new Finding(
                "migration-starts-elsewhere",
                migration.name()
                    + " is the first migration, but starts from the catalog "
                    + migration.manifest().before().brief()
                    + ", which is not the empty one.",
                "Restore its folder as it was generated.",
                manifest,
                null));
      }
      for (String name : migration.parents()) {
        Migration parent = history.find(name);
        if (parent != null
            && migration.parents().size() == 1
            && !parent.manifest().after().equals(migration.manifest().before())) {
          findings.add(
              new Finding(
                  "migration-starts-elsewhere",
                  migration.name()
                      + " starts from the catalog "
                      + migration.manifest().before().brief()
                      + ", but its parent "
                      + name
                      + " arrives at "
                      + parent.manifest().after().brief()
                      + ".",
                  "Restore both folders as they were generated, or delete the later one and run"
                      + " generate again.",
                  manifest,
                  null));
        }
      }
      try {
        migration.readCatalog();
      } catch (SlipwayException e) {
        findings.add(Finding.of(e));
      }
    }
    return findings.isEmpty();
  }

  private static Finding unfinished(Migration migration) {
    try {
      migration.requireFinished();
      throw new IllegalArgumentException(migration.name() + " is finished");
    } catch (SlipwayException e) {
      return Finding.of(e);
    }
  }

  private static List<Checked.Irreversible> irreversible(History history) {
    return history.migrations().stream()
        .flatMap(migration ->
            migration.down().irreversible().stream()
                .map(reason ->
                    new Checked.Irreversible(migration.name(), migration.down().file(), reason)))
        .toList();
  }

  private void replay(History history) {
    try (ShadowDatabase database = shadow.create();
        var runs = new ShadowRuns(dialect, shadow, database)) {
      if (forth(database, runs, history, true) && back(database, runs, history)) {
        forth(database, runs, history, false);
      }
    }
  }

  /**
   * @param watches whether what a person wrote is watched; a plan's hazards are known
   */
  private boolean forth(
      ShadowDatabase database, ShadowRuns runs, History history, boolean watches) {
    int done = 0;
    for (Migration migration : history.migrations()) {
      ReplayProgress.replaying(shadow.watcher(), done, history.migrations().size());
      done++;
      boolean isDone =
          (watches && migration.manifest().handwritten() != null)
              ? watched(database, history, migration)
              : forth(runs, history, migration);
      if (!isDone) {
        return false;
      }
      Catalog actual = dialect.introspect(database.connection(), shadow.scope());
      if (!actual.fingerprint().equals(migration.manifest().after())) {
        List<Change> differences = planner.differences(migration.readCatalog(), actual);
        if (!differences.isEmpty()) {
          findings.add(
              new Finding(
                  "migration-leads-elsewhere",
                  "After "
                      + migration.up().file()
                      + " the catalog is not the one of its catalog.json: "
                      + Differences.shown(differences)
                      + ".",
                  "Take the edit back, or change the definition as well and generate the migration"
                      + " again.",
                  migration.up().file(),
                  null));
          return false;
        }
      }
    }
    return true;
  }

  private boolean forth(ShadowRuns runs, History history, Migration migration) {
    return run(
        runs, executor -> executor.migrate(history, migration.name()), "up-fails", migration);
  }

  private boolean watched(ShadowDatabase database, History history, Migration migration) {
    var observer = new Observer(dialect, shadow.scope());
    try (var runs = new ShadowRuns(dialect, shadow, database, observer)) {
      if (!forth(runs, history, migration)) {
        return false;
      }
    }
    hazards.addAll(SeenHazard.of(migration, observer.observed()));
    return true;
  }

  private boolean back(ShadowDatabase database, ShadowRuns runs, History history) {
    List<Migration> migrations = history.migrations();
    Set<String> names = Set.copyOf(history.names());
    for (int i = migrations.size() - 1; i >= 0; i--) {
      Migration migration = migrations.get(i);
      shadow
          .watcher()
          .at("taking the migrations back", migrations.size() - 1 - i, migrations.size());
      String to = i == 0 ? Executor.BEGINNING : migrations.get(i - 1).name();
      if (!run(runs, executor -> executor.rollback(history, to, names), "down-fails", migration)) {
        return false;
      }
      Catalog actual = dialect.introspect(database.connection(), shadow.scope());
      Catalog expected =
          i == 0 ? Catalog.empty(Engine.POSTGRESQL) : migrations.get(i - 1).readCatalog();
      List<Change> differences =
          actual.equals(expected) ? List.of() : planner.differences(expected, actual);
      if (!differences.isEmpty()) {
        findings.add(
            new Finding(
                "way-back-leads-elsewhere",
                "After "
                    + migration.down().file()
                    + " the catalog is not what it was before the migration: "
                    + Differences.shown(differences)
                    + ".",
                "Mend down.sql so that it takes back all that up.sql does.",
                migration.down().file(),
                null));
        return false;
      }
    }
    return true;
  }

  private boolean run(ShadowRuns runs, Consumer<Executor> work, String code, Migration migration) {
    try {
      runs.run(work);
      return true;
    } catch (SlipwayException e) {
      Finding refusal = Finding.of(e);
      findings.add(
          new Finding(
              code,
              "Replaying " + migration.name() + " fails. " + e.what(),
              e instanceof MigrationFileException ? e.next() : "Mend the script.",
              refusal.file(),
              refusal.line()));
      return false;
    }
  }
}
