package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.RangeType;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.dialect.Dialect;
import dev.slipway.diff.Change;
import dev.slipway.hazard.HazardRules;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The declared renames of a plan, carried out on a shadow first: only the engine knows how a new
 * name changes the text of everything that uses it.
 *
 * <p>A sequence that belongs to a column follows the name that the definition gives it, since it is
 * the same column's; so does the multirange of a range.
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
    List<DeclaredRename> declared = ordered(desired.renames());
    if (declared.stream().noneMatch(rename -> renaming.concerns(rename, before, desired.catalog()))
        && renaming.sequencesToRename(desired.catalog()).isEmpty()
        && renaming.multirangesToRename(desired.catalog()).isEmpty()) {
      return renaming;
    }
    try (ShadowDatabase database = shadow.scratch()) {
      Sql.run(database.connection(), SchemaPlanner.creation(dialect, before));
      renaming.catalog = dialect.introspect(database.connection(), shadow.scope());
      for (DeclaredRename rename : declared) {
        if (renaming.applies(rename, renaming.catalog, desired.catalog())) {
          renaming.createSchema(rename, desired.catalog(), database, shadow);
          renaming.carryOut(rename, database, shadow);
        }
      }
      for (DeclaredRename rename : renaming.sequencesToRename(desired.catalog())) {
        renaming.carryOut(rename, database, shadow);
      }
      for (DeclaredRename rename : renaming.multirangesToRename(desired.catalog())) {
        renaming.carryOut(rename, database, shadow);
      }
    }
    return renaming;
  }

  /**
   * A column of a renamed table is looked for under the table's new name, so this can only rule
   * out.
   */
  private boolean concerns(DeclaredRename rename, Catalog before, Catalog after) {
    return switch (rename) {
      case DeclaredRename.OfObject object -> after.has(object.to()) && !before.has(object.to());
      case DeclaredRename.OfPart part -> {
        DatabaseObject old = before.find(part.whole());
        yield old == null || dialect.renderer().partsOf(old).contains(part.from());
      }
    };
  }

  private boolean applies(DeclaredRename rename, Catalog before, Catalog after) {
    return switch (rename) {
      case DeclaredRename.OfObject object ->
          before.has(object.from()) && !before.has(object.to()) && after.has(object.to());
      case DeclaredRename.OfPart part -> {
        DatabaseObject old = before.find(part.whole());
        DatabaseObject now = after.find(part.whole());
        yield old != null
            && now != null
            && dialect.renderer().partsOf(old).contains(part.from())
            && !dialect.renderer().partsOf(old).contains(part.to())
            && dialect.renderer().partsOf(now).contains(part.to())
            && !dialect.renderer().partsOf(now).contains(part.from());
      }
    };
  }

  /** What others are in first, parts last: they are looked for under the new names. */
  private static List<DeclaredRename> ordered(List<DeclaredRename> renames) {
    List<DeclaredRename.OfObject> objects =
        renames.stream()
            .filter(DeclaredRename.OfObject.class::isInstance)
            .map(DeclaredRename.OfObject.class::cast)
            .sorted(Comparator.comparing(rename -> rename.to().kind()))
            .toList();
    List<DeclaredRename> ordered = new ArrayList<>(objects);
    renames.stream().filter(DeclaredRename.OfPart.class::isInstance).forEach(ordered::add);
    return ordered;
  }

  private List<DeclaredRename> sequencesToRename(Catalog desired) {
    Map<ObjectId, List<ObjectId>> owned = new TreeMap<>();
    for (SequenceOwner old : catalog.all(SequenceOwner.class)) {
      owned.computeIfAbsent(old.column(), key -> new ArrayList<>()).add(old.sequence());
    }
    List<DeclaredRename> renames = new ArrayList<>();
    for (SequenceOwner owner : desired.all(SequenceOwner.class)) {
      ObjectId to = owner.sequence();
      for (ObjectId from : owned.getOrDefault(owner.column(), List.of())) {
        if (from.schema().equals(to.schema()) && !catalog.has(to) && !desired.has(from)) {
          renames.add(new DeclaredRename.OfObject(from, to));
        }
      }
    }
    return renames;
  }

  /** What moves into a schema that is only to be created needs it now. */
  private void createSchema(
      DeclaredRename rename, Catalog desired, ShadowDatabase database, Shadow shadow) {
    if (!(rename instanceof DeclaredRename.OfObject object)
        || object.to().kind().home() != Kind.Home.SCHEMA) {
      return;
    }
    DatabaseObject schema = desired.find(ObjectId.of(Kind.SCHEMA, object.to().schema()));
    if (schema == null || catalog.has(schema.id())) {
      return;
    }
    List<Statement> there = dialect.renderer().create(schema, List.of(), desired);
    Sql.run(database.connection(), there.stream().map(Statement::sql).toList());
    catalog = dialect.introspect(database.connection(), shadow.scope());
    changes.add(new Change.Create(schema));
    addSteps(
        "create " + schema.id(),
        schema.id(),
        there,
        dialect.renderer().drop(schema, List.of(), desired, desired),
        List.of());
  }

  /** The multirange of a range that is otherwise the same is the same as well. */
  private List<DeclaredRename> multirangesToRename(Catalog desired) {
    List<DeclaredRename> renames = new ArrayList<>();
    for (RangeType now : desired.all(RangeType.class)) {
      if (catalog.find(now.id()) instanceof RangeType old
          && !old.equals(now)
          && old.withMultirange(now.multirange()).equals(now)
          && desired.all(RangeType.class).stream()
              .noneMatch(other -> other.multirange().equals(old.multirange()))
          && catalog.all(RangeType.class).stream()
              .noneMatch(other -> other.multirange().equals(now.multirange()))) {
        renames.add(new DeclaredRename.OfPart(now.id(), old.multirange(), now.multirange()));
      }
    }
    return renames;
  }

  private void carryOut(DeclaredRename rename, ShadowDatabase database, Shadow shadow) {
    switch (rename) {
      case DeclaredRename.OfObject object -> carryOut(object.from(), object.to(), database, shadow);
      case DeclaredRename.OfPart part -> carryOut(part, database, shadow);
    }
  }

  private void carryOut(DeclaredRename.OfPart part, ShadowDatabase database, Shadow shadow) {
    Catalog before = catalog;
    DatabaseObject old = require(part.whole());
    List<Statement> there = dialect.renderer().renamePart(old, part.from(), part.to());
    Sql.run(database.connection(), there.stream().map(Statement::sql).toList());
    catalog = dialect.introspect(database.connection(), shadow.scope());
    DatabaseObject now = require(part.whole());
    List<Statement> back = dialect.renderer().renamePart(now, part.to(), part.from());
    changes.add(new Change.Alter(old, now));
    addSteps(
        "rename " + part.from() + " of " + part.whole() + " to " + part.to(),
        part.whole(),
        there,
        back,
        HazardRules.assessRenamedPart(old, before, catalog));
  }

  private DatabaseObject require(ObjectId id) {
    DatabaseObject object = catalog.find(id);
    if (object == null) {
      throw new IllegalStateException(id + " is not in the catalog");
    }
    return object;
  }

  private void carryOut(ObjectId from, ObjectId to, ShadowDatabase database, Shadow shadow) {
    Catalog before = catalog;
    List<Statement> there = dialect.renderer().rename(from, to, catalog);
    Sql.run(database.connection(), there.stream().map(Statement::sql).toList());
    catalog = dialect.introspect(database.connection(), shadow.scope());
    List<Statement> back = dialect.renderer().rename(to, from, catalog);
    var change = new Change.Rename(from, to);
    changes.add(change);
    addSteps(
        "rename " + from + " to " + shown(from, to),
        from,
        there,
        back,
        HazardRules.assess(change, before, catalog, null, /* online= */ false));
  }

  private static String shown(ObjectId from, ObjectId to) {
    return from.withName(to.name()).equals(to) ? to.name() : to.dotted();
  }

  private void addSteps(
      String summary,
      ObjectId object,
      List<Statement> there,
      List<Statement> back,
      List<Hazard> hazards) {
    List<String> reverse = back.stream().map(Statement::sql).toList();
    for (Statement statement : there) {
      boolean isFirst = statement.equals(there.get(0));
      steps.add(
          new Step(
              summary,
              object,
              statement,
              new Reverse.Reversible(isFirst ? reverse : List.of()),
              isFirst ? hazards : List.of(),
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
    if (!(change instanceof Change.Rename rename)) {
      return false;
    }
    List<String> to = rename.to().path();
    List<String> on = check.on().path();
    return rename.to().kind() == Kind.SCHEMA
        ? to.get(0).equals(on.get(0))
        : to.size() >= 2 && on.size() >= 2 && to.subList(0, 2).equals(on.subList(0, 2));
  }
}
