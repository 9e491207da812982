package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.AllowedHazard;
import dev.slipway.migration.Executor;
import dev.slipway.migration.Handwritten;
import dev.slipway.migration.History;
import dev.slipway.migration.KnownHazards;
import dev.slipway.migration.KnownReverses;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.StepReverse;
import dev.slipway.migration.ToolVersion;
import dev.slipway.observation.Observer;
import dev.slipway.plan.Hazard;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Migrations whose scripts a person writes: begun as empty ones, finished by a proof. */
final class Handwriting {

  private static final String UP =
      """
      -- Write here what the migration does, and in down.sql what takes it back. Rows may change as well
      -- as the schema. Then run `slipway generate --finish`: it runs both scripts on a throw-away
      -- database, and writes down what the schema is afterwards.
      """;

  private static final String DOWN =
      """
      -- Write here what takes up.sql back. Rows that it updates, deletes or truncates come back by
      -- themselves. If other data does not come back, say so in a comment of its own that begins with
      -- "slipway: irreversible:" and goes on with what is lost.
      """;

  private final Dialect dialect;
  private final Shadow shadow;
  private final SchemaPlanner planner;
  private final MigrationFolder folder;

  Handwriting(Dialect dialect, Shadow shadow, SchemaPlanner planner, MigrationFolder folder) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.planner = planner;
    this.folder = folder;
  }

  /** Writes an empty migration behind the last one; the schema stays as it is. */
  static Migration begin(MigrationFolder folder, Clock clock, String name) {
    History history = folder.history();
    Migration head = history.head();
    if (head != null) {
      head.requireFinished();
    }
    Catalog catalog = head == null ? Catalog.empty(Engine.POSTGRESQL) : head.readCatalog();
    Fingerprint same = catalog.fingerprint();
    var manifest =
        new Manifest(
                head == null ? List.of() : List.of(head.name()),
                same,
                same,
                List.of(),
                List.of(),
                ToolVersion.current())
            .withHandwritten(Handwritten.unfinished());
    return folder.write(
        MigrationName.next(clock, name, history.names()),
        new MigrationFolder.Draft(UP, DOWN, manifest, catalog));
  }

  /**
   * Runs the last migration forth, back and forth again on a shadow, and writes down what the
   * schema is after it, unless it loses data that is not allowed to be lost.
   */
  Finished finish(Allowances allowances) {
    History history = folder.history();
    Migration head = history.head();
    if (head == null) {
      throw new SlipwayException(
          MigrationError.UNKNOWN_MIGRATION,
          "There is no migration to be finished.",
          "Begin one with `slipway generate --empty --name NAME`.");
    }
    head.requireReadable();
    if (head.up().statements().isEmpty()) {
      head.requireFinished();
    }
    Migration proved =
        head.with(head.manifest().withHandwritten(Handwritten.of(head.up(), head.down())));
    List<Migration> others = history.migrations().subList(0, history.migrations().size() - 1);
    Catalog before =
        others.isEmpty() ? Catalog.empty(Engine.POSTGRESQL) : others.getLast().readCatalog();
    var observer = new Observer(dialect, shadow.scope());
    Catalog after = replay(others, proved, before, observer);
    List<Change> changes = planner.differences(before, after);
    List<SeenHazard> seen = SeenHazard.of(head, observer.observed());
    List<Hazard> hazards = seen.stream().map(SeenHazard::hazard).toList();
    allowances.requireUse(hazards);
    List<AllowedHazard> allowed =
        allowances.hazards().isEmpty() ? head.manifest().allowed() : allowances.hazards();
    List<Hazard> refused = new Allowances(allowed).refused(hazards);
    if (!refused.isEmpty()) {
      return new Finished(head, changes, false, seen, refused);
    }
    Catalog made = changes.isEmpty() ? before : after;
    boolean isWritten =
        head.manifest().handwritten() == null
            ? !head.manifest().after().equals(made.fingerprint())
                && !planner.differences(head.readCatalog(), made).isEmpty()
            : !head.isFinished() || !allowed.equals(head.manifest().allowed());
    Migration written =
        isWritten
            ? folder.rewrite(
                head,
                proved
                    .manifest()
                    .allowing(allowed)
                    .between(head.manifest().before(), made.fingerprint())
                    .withRows(null)
                    .withHazards(KnownHazards.of(head.up().text(), hazards, dialect))
                    .withReverses(reverses(head, seen)),
                made)
            : head;
    return new Finished(written, changes, isWritten, seen, List.of());
  }

  private @Nullable KnownReverses reverses(Migration migration, List<SeenHazard> seen) {
    Map<Integer, List<Hazard>> byLine =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    SeenHazard::line, Collectors.mapping(SeenHazard::hazard, Collectors.toList())));
    return KnownReverses.of(
        migration.up().text(),
        migration.down().text(),
        StepReverse.of(migration.up(), byLine, dialect.rowParking()),
        dialect);
  }

  private Catalog replay(
      List<Migration> others, Migration last, Catalog before, Observer observer) {
    List<Migration> all = new ArrayList<>(others);
    all.add(last);
    History history = History.of(all);
    try (ShadowDatabase database = shadow.create();
        var runs = new ShadowRuns(dialect, shadow, database);
        var watched = new ShadowRuns(dialect, shadow, database, observer)) {
      if (!others.isEmpty()) {
        runs.run(executor -> executor.migrate(history, others.getLast().name()));
      }
      require(before, database, "The migrations before " + last.name());
      watched.run(executor -> executor.migrate(history, null));
      Catalog after = dialect.introspect(database.connection(), shadow.scope());
      String to = others.isEmpty() ? Executor.BEGINNING : others.getLast().name();
      runs.run(executor -> executor.rollback(history, to, Set.of(last.name())));
      require(before, database, last.down().file().toString());
      runs.run(executor -> executor.migrate(history, null));
      require(after, database, last.up().file() + ", run again behind its way back,");
      return after;
    }
  }

  private void require(Catalog expected, ShadowDatabase database, String what) {
    Catalog actual = dialect.introspect(database.connection(), shadow.scope());
    List<Change> differences =
        actual.equals(expected) ? List.of() : planner.differences(expected, actual);
    if (!differences.isEmpty()) {
      throw new SlipwayException(
          WorkspaceError.LEADS_ELSEWHERE,
          what + " leads elsewhere: " + Differences.shown(differences) + ".",
          "Mend the scripts so that down.sql takes back all that up.sql does; `slipway check` says"
              + " which migration is wrong.");
    }
  }
}
