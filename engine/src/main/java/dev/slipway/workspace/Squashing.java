package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.History;
import dev.slipway.migration.KnownReverses;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.PlanScript;
import dev.slipway.migration.Replaced;
import dev.slipway.migration.StepReverse;
import dev.slipway.migration.ToolVersion;
import dev.slipway.plan.Plan;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.proof.HeldRows;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one migration of the first ones: it creates what they lead to, and stands for them where
 * they are applied.
 */
final class Squashing {

  private static final String NAME = "squashed";

  private final Dialect dialect;
  private final Shadow shadow;
  private final SchemaPlanner planner;
  private final MigrationFolder folder;

  Squashing(Dialect dialect, Shadow shadow, SchemaPlanner planner, MigrationFolder folder) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.planner = planner;
    this.folder = folder;
  }

  /**
   * @param upTo the last of them
   * @param words what the one is called
   * @param acceptedLosses the tables whose rows, and the migrations written by hand whose work, the
   *     one need not do
   * @param dryRun whether nothing shall be written
   */
  Squashed squash(String upTo, @Nullable String words, Set<String> acceptedLosses, boolean dryRun) {
    History history = folder.history();
    List<Migration> first = firstOf(history, upTo);
    Migration last = first.getLast();
    first.forEach(Migration::requireFinished);
    requireOneWay(history, first);
    Catalog nothing = Catalog.empty(Engine.POSTGRESQL);
    Catalog after = last.readCatalog();
    requireNoLoss(first, replay(history, last, after), acceptedLosses);
    Plan plan = planner.plan(nothing, Desired.of(after));
    planner.prove(plan, nothing, after);
    List<String> replaced = first.stream().map(Migration::name).toList();
    if (dryRun) {
      return new Squashed(plan, replaced, null);
    }
    String up = PlanScript.up(plan);
    String down = PlanScript.down(plan);
    var manifest =
        new Manifest(
                List.of(),
                nothing.fingerprint(),
                after.fingerprint(),
                List.of(),
                List.of(),
                ToolVersion.current())
            .replacing(first.stream().map(Replaced::of).toList())
            .withReverses(KnownReverses.of(up, down, StepReverse.of(plan), dialect));
    Migration written =
        folder.write(
            MigrationName.at(upTo, words == null ? NAME : words),
            new MigrationFolder.Draft(up, down, manifest, after));
    for (Migration migration : history.migrations()) {
      if (migration.parents().contains(upTo)) {
        List<String> parents =
            migration.parents().stream()
                .map(parent -> parent.equals(upTo) ? written.name() : parent)
                .toList();
        folder.rewrite(migration, migration.manifest().on(parents));
      }
    }
    first.forEach(folder::remove);
    return new Squashed(plan, replaced, written);
  }

  private static List<Migration> firstOf(History history, String upTo) {
    Migration last = history.find(upTo);
    if (last == null) {
      throw new SlipwayException(
          MigrationError.UNKNOWN_MIGRATION,
          "There is no migration \"" + upTo + "\" here.",
          history.isEmpty()
              ? "There are none at all."
              : "Name one of these: "
                  + history.names().stream()
                      .map(each -> "\n  " + each)
                      .collect(Collectors.joining()));
    }
    List<Migration> first = history.migrations().subList(0, history.migrations().indexOf(last) + 1);
    if (first.size() < 2) {
      throw new SlipwayException(
          WorkspaceError.SQUASH_IMPOSSIBLE,
          upTo + " is the first migration: there is nothing to be squashed.",
          "Name a later one with --up-to.");
    }
    return first;
  }

  /** Whoever goes on from within them would stand on nothing. */
  private static void requireOneWay(History history, List<Migration> first) {
    Set<String> inner = new HashSet<>(first.stream().map(Migration::name).toList());
    inner.remove(first.getLast().name());
    for (Migration migration : history.migrations()) {
      if (!first.contains(migration) && migration.parents().stream().anyMatch(inner::contains)) {
        throw new SlipwayException(
            WorkspaceError.SQUASH_IMPOSSIBLE,
            migration.name()
                + " was generated beside "
                + first.getLast().name()
                + ", on a migration that would be gone.",
            "Squash up to a migration behind which the branches have met.");
      }
    }
  }

  /** The rows that they insert into an empty database. */
  private Map<ObjectId, Long> replay(History history, Migration last, Catalog expected) {
    try (ShadowDatabase database = shadow.create();
        var runs = new ShadowRuns(dialect, shadow, database)) {
      HeldRows provided = HeldRows.of(database.connection());
      runs.run(executor -> executor.migrate(history, last.name()));
      Catalog actual = dialect.introspect(database.connection(), shadow.scope());
      List<Change> differences =
          actual.equals(expected) ? List.of() : planner.differences(expected, actual);
      if (!differences.isEmpty()) {
        throw new SlipwayException(
            WorkspaceError.LEADS_ELSEWHERE,
            "Replayed up to "
                + last.name()
                + ", the migrations do not lead to its catalog: "
                + Differences.shown(differences)
                + ".",
            "Mend what `slipway check` finds first.");
      }
      return HeldRows.of(database.connection()).beyond(provided);
    }
  }

  private static void requireNoLoss(
      List<Migration> first, Map<ObjectId, Long> rows, Set<String> accepted) {
    List<String> lost = new ArrayList<>();
    Set<String> names = new HashSet<>();
    rows.forEach((table, count) -> {
      names.add(table.dotted());
      if (!accepted.contains(table.dotted())) {
        lost.add("  " + table.dotted() + ": rows that they insert (" + count + ")");
      }
    });
    for (Migration migration : first) {
      if (migration.manifest().handwritten() != null) {
        names.add(migration.name());
        if (!accepted.contains(migration.name())) {
          lost.add("  " + migration.name() + ": written by hand, may do more than to the schema");
        }
      }
    }
    if (!lost.isEmpty()) {
      throw new SlipwayException(
          WorkspaceError.SQUASH_LOSES,
          "One migration that creates the schema does not do all that these do:\n"
              + String.join("\n", lost),
          "Add --accept-loss with each of these names if a new database can do without, or squash"
              + " up to a migration before them.");
    }
    String unknown =
        accepted.stream()
            .filter(name -> !names.contains(name))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new SlipwayException(
          WorkspaceError.ACCEPTED_NO_LOSS,
          "Nothing of these is lost: " + unknown + ".",
          "Take --accept-loss away, or correct its name.");
    }
  }
}
