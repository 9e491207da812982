package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The declared renames of a plan, carried out on a shadow first: only the engine knows how a new
 * name changes the text of everything that uses it.
 *
 * <p>A sequence that belongs to a column follows the name that the definition gives it, since it is
 * the same column's.
 */
final class Renaming {

  private final Dialect dialect;
  private final List<Change> changes = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private Catalog catalog;

  private Renaming(Dialect dialect, Catalog catalog) {
    this.dialect = dialect;
    this.catalog = catalog;
  }

  static Renaming of(Dialect dialect, Shadow shadow, Catalog before, Desired desired) {
    var renaming = new Renaming(dialect, before);
    List<DeclaredRename> declared =
        desired.renames().stream()
            .sorted(Comparator.comparing(rename -> rename.to().kind()))
            .toList();
    if (declared.stream().noneMatch(rename -> concerns(rename, before, desired.catalog()))
        && renaming.sequencesToRename(desired.catalog()).isEmpty()) {
      return renaming;
    }
    try (ShadowDatabase database = shadow.scratch()) {
      Sql.run(database.connection(), SchemaPlanner.creation(dialect, before));
      renaming.catalog = dialect.introspect(database.connection(), shadow.scope());
      for (DeclaredRename rename : declared) {
        if (applies(rename, renaming.catalog, desired.catalog())) {
          renaming.carryOut(rename.from(), rename.to(), database, shadow);
        }
      }
      for (DeclaredRename rename : renaming.sequencesToRename(desired.catalog())) {
        renaming.carryOut(rename.from(), rename.to(), database, shadow);
      }
    }
    return renaming;
  }

  /**
   * A column of a renamed table is looked for under the table's new name, so this can only rule
   * out.
   */
  private static boolean concerns(DeclaredRename rename, Catalog before, Catalog after) {
    return after.has(rename.to()) && !before.has(rename.to());
  }

  private static boolean applies(DeclaredRename rename, Catalog before, Catalog after) {
    return before.has(rename.from()) && !before.has(rename.to()) && after.has(rename.to());
  }

  private List<DeclaredRename> sequencesToRename(Catalog desired) {
    List<DeclaredRename> renames = new ArrayList<>();
    for (SequenceOwner owner : desired.all(SequenceOwner.class)) {
      for (SequenceOwner old : catalog.all(SequenceOwner.class)) {
        ObjectId from = old.sequence();
        ObjectId to = owner.sequence();
        if (old.column().equals(owner.column())
            && from.schema().equals(to.schema())
            && !catalog.has(to)
            && !desired.has(from)) {
          renames.add(new DeclaredRename(from, to));
        }
      }
    }
    return renames;
  }

  private void carryOut(ObjectId from, ObjectId to, ShadowDatabase database, Shadow shadow) {
    List<Statement> there = dialect.renderer().rename(from, to, catalog);
    Sql.run(database.connection(), there.stream().map(Statement::sql).toList());
    catalog = dialect.introspect(database.connection(), shadow.scope());
    List<String> back =
        dialect.renderer().rename(to, from, catalog).stream().map(Statement::sql).toList();
    changes.add(new Change.Rename(from, to));
    for (Statement statement : there) {
      steps.add(
          new Step(
              "rename " + from + " to " + to.name(),
              from,
              statement,
              new Reverse.Reversible(statement.equals(there.get(0)) ? back : List.of()),
              List.of(),
              List.of()));
    }
  }

  boolean isEmpty() {
    return changes.isEmpty();
  }

  /** The catalog after the renames. */
  Catalog catalog() {
    return catalog;
  }

  List<Change> changes() {
    return changes;
  }

  List<Step> steps() {
    return steps;
  }

  /**
   * The step without the questions that the target cannot answer yet, because its rows still stand
   * under the old names. The engine itself refuses such rows when the step runs, within the
   * transaction.
   */
  Step withoutStaleChecks(Step step) {
    List<RowCheck> kept =
        step.checks().stream()
            .filter(check -> changes.stream().noneMatch(c -> touches(c, check)))
            .toList();
    return new Step(
        step.summary(), step.object(), step.statement(), step.reverse(), step.hazards(), kept);
  }

  private static boolean touches(Change change, RowCheck check) {
    return change instanceof Change.Rename rename
        && rename.to().path().size() >= 2
        && check.on().path().size() >= 2
        && rename.to().path().subList(0, 2).equals(check.on().path().subList(0, 2));
  }
}
