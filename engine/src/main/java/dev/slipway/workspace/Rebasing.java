package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Branches;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts one branch behind another where both can run in either order. */
final class Rebasing {

  private final Dialect dialect;
  private final Shadow shadow;
  private final SchemaPlanner planner;
  private final MigrationFolder folder;

  Rebasing(Dialect dialect, Shadow shadow, SchemaPlanner planner, MigrationFolder folder) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.planner = planner;
    this.folder = folder;
  }

  /**
   * @param name the last migration of the branch that is moved; null for the later one
   * @param dryRun whether nothing shall be written
   */
  Rebased rebase(@Nullable String name, boolean dryRun) {
    Branches branches = folder.branches();
    List<Migration> heads = branches.heads();
    if (heads.size() < 2) {
      return Rebased.nothing();
    }
    Migration head = name == null ? heads.getLast() : named(heads, name);
    List<Migration> line = branches.line(head);
    Migration onto =
        heads.stream()
            .filter(other -> !other.equals(head))
            .max(
                Comparator.<Migration>comparingLong(
                        other -> branches.line(other).stream().filter(line::contains).count())
                    .thenComparing(Migration::name, Comparator.reverseOrder()))
            .orElseThrow();
    List<Migration> others = branches.line(onto);
    List<Migration> common = line.stream().filter(others::contains).toList();
    List<Migration> moved = line.stream().filter(each -> !others.contains(each)).toList();
    requireNobodyOn(branches, moved, head);
    List<Migration> behind = behind(moved, onto);
    List<Migration> ahead =
        behind(others.stream().filter(each -> !common.contains(each)).toList(), head);
    List<Catalog> catalogs = new ArrayList<>();
    try {
      Catalog end = forthAndBack(others, behind, catalogs);
      Catalog otherWay = replay(line, ahead);
      List<Change> differences = planner.differences(end, otherWay);
      if (!differences.isEmpty()) {
        throw conflict(
            branches,
            head,
            onto,
            "In the other order they lead elsewhere: " + Differences.shown(differences) + ".",
            null);
      }
    } catch (SlipwayException e) {
      throw e.code() == WorkspaceError.REBASE_CONFLICT
              || e.code() == MigrationError.HANDWRITTEN_UNFINISHED
          ? e
          : conflict(branches, head, onto, e.what(), e);
    }
    List<Change> changes = planner.differences(onto.readCatalog(), catalogs.getLast());
    if (!dryRun) {
      Fingerprint start = onto.manifest().after();
      for (int i = 0; i < behind.size(); i++) {
        Catalog after = catalogs.get(i);
        folder.rewrite(
            behind.get(i), behind.get(i).manifest().between(start, after.fingerprint()), after);
        start = after.fingerprint();
      }
    }
    return new Rebased(moved.stream().map(Migration::name).toList(), onto.name(), changes);
  }

  private static Migration named(List<Migration> heads, String name) {
    return heads.stream()
        .filter(head -> head.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new SlipwayException(
                MigrationError.UNKNOWN_MIGRATION,
                "\"" + name + "\" is not the last migration of a branch.",
                "Name one of these: "
                    + heads.stream()
                        .map(head -> "\n  " + head.name())
                        .collect(Collectors.joining())));
  }

  private static void requireNobodyOn(Branches branches, List<Migration> moved, Migration head) {
    for (Migration other : branches.heads()) {
      if (!other.equals(head) && branches.line(other).stream().anyMatch(moved::contains)) {
        throw new SlipwayException(
            WorkspaceError.REBASE_CONFLICT,
            other.name() + " was generated on a migration that would be moved.",
            "Run `slipway rebase " + other.name() + "` first.");
      }
    }
  }

  /** The same migrations behind another one, as long as nothing is written. */
  private static List<Migration> behind(List<Migration> branch, Migration other) {
    Set<String> names = new HashSet<>(branch.stream().map(Migration::name).toList());
    List<Migration> moved = new ArrayList<>();
    for (Migration migration : branch) {
      List<String> kept = migration.parents().stream().filter(names::contains).toList();
      moved.add(
          migration.with(migration.manifest().on(kept.isEmpty() ? List.of(other.name()) : kept)));
    }
    return moved;
  }

  /**
   * @param catalogs takes the catalog after each of the moved ones
   */
  private Catalog forthAndBack(
      List<Migration> first, List<Migration> then, List<Catalog> catalogs) {
    History history = History.of(Stream.concat(first.stream(), then.stream()).toList());
    try (ShadowDatabase database = shadow.create();
        var runs = new ShadowRuns(dialect, shadow, database)) {
      runs.run(executor -> executor.migrate(history, first.getLast().name()));
      Catalog start = introspect(database);
      require(
          first.getLast().readCatalog(), start, "the migrations up to " + first.getLast().name());
      int done = 0;
      for (Migration migration : then) {
        ReplayProgress.replaying(shadow.watcher(), done, then.size());
        done++;
        runs.run(executor -> executor.migrate(history, migration.name()));
        catalogs.add(introspect(database));
      }
      for (int i = then.size() - 1; i >= 0; i--) {
        String to = i == 0 ? first.getLast().name() : then.get(i - 1).name();
        runs.run(executor -> executor.rollback(history, to, Set.copyOf(history.names())));
        Catalog before = i == 0 ? start : catalogs.get(i - 1);
        require(before, introspect(database), then.get(i).down().file().toString());
      }
      runs.run(executor -> executor.migrate(history, null));
      Catalog end = introspect(database);
      require(catalogs.getLast(), end, "running them again behind their way back");
      return end;
    }
  }

  private Catalog replay(List<Migration> first, List<Migration> then) {
    History history = History.of(Stream.concat(first.stream(), then.stream()).toList());
    try (ShadowDatabase database = shadow.create();
        var runs = new ShadowRuns(dialect, shadow, database)) {
      runs.run(executor -> executor.migrate(history, null));
      return introspect(database);
    }
  }

  private Catalog introspect(ShadowDatabase database) {
    return dialect.introspect(database.connection(), shadow.scope());
  }

  private void require(Catalog expected, Catalog actual, String what) {
    List<Change> differences =
        actual.equals(expected) ? List.of() : planner.differences(expected, actual);
    if (!differences.isEmpty()) {
      throw new SlipwayException(
          WorkspaceError.LEADS_ELSEWHERE,
          what + " leads elsewhere: " + Differences.shown(differences) + ".",
          "Mend what `slipway check` finds first.");
    }
  }

  private static SlipwayException conflict(
      Branches branches, Migration head, Migration onto, String why, @Nullable Throwable cause) {
    return new SlipwayException(
        WorkspaceError.REBASE_CONFLICT,
        head.name()
            + " can't be put behind "
            + onto.name()
            + ". "
            + why
            + "\n"
            + branches.shown(onto)
            + "\n"
            + branches.shown(head),
        "Nothing was written. Delete the folders of the branch that nobody has applied yet and run"
            + " generate again, so that it is planned on top of the other.",
        cause);
  }
}
