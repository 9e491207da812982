package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.OnlineRenderer;
import dev.slipway.diff.Change;
import dev.slipway.diff.ColumnOrder;
import dev.slipway.diff.Differ;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans the way from one catalog to another: start here.
 *
 * <p>{@link #plan} compares, orders, renders and assesses; {@link #prove} runs the plan on a
 * shadow, forth and back, and compares what the engine then holds. Whatever the engine alone can
 * tell (what a rename does to everything else, whether two spellings mean the same) is asked of the
 * shadow. Not thread-safe, since its shadow is not.
 */
public final class SchemaPlanner {

  private final Dialect dialect;
  private final Shadow shadow;
  private final Ways ways;
  private final boolean whole;
  private final @Nullable Parking parking;

  /**
   * @param dialect the engine that is planned for
   * @param shadow where plans are elaborated and proved
   */
  public SchemaPlanner(Dialect dialect, Shadow shadow) {
    this(dialect, shadow, Ways.DIRECT);
  }

  /**
   * @param dialect the engine that is planned for
   * @param shadow where plans are elaborated and proved
   * @param ways how plans go about what is there
   */
  public SchemaPlanner(Dialect dialect, Shadow shadow, Ways ways) {
    this(dialect, shadow, ways, /* whole= */ false);
  }

  /**
   * @param dialect the engine that is planned for
   * @param shadow where plans are elaborated and proved
   * @param ways how plans go about what is there
   * @param whole whether everything is loaded there, not only what a plan can touch
   */
  SchemaPlanner(Dialect dialect, Shadow shadow, Ways ways, boolean whole) {
    this(dialect, shadow, ways, whole, null);
  }

  private SchemaPlanner(
      Dialect dialect, Shadow shadow, Ways ways, boolean whole, @Nullable Parking parking) {
    this.dialect = dialect;
    this.shadow = shadow;
    this.ways = ways;
    this.whole = whole;
    this.parking = parking;
  }

  /** The same that parks what its plans take away, where that can be. */
  public SchemaPlanner parking(Parking names) {
    return new SchemaPlanner(dialect, shadow, ways, whole, names);
  }

  /**
   * The plan that turns one catalog into another.
   *
   * @param before the catalog as it is
   * @param desired what it shall become
   */
  public Plan plan(Catalog before, Desired desired) {
    Excerpt excerpt = Excerpt.of(before, desired);
    if (whole || excerpt.isNearlyAll()) {
      return planWhole(before, desired);
    }
    Plan plan;
    try {
      plan = planWhole(excerpt.before(), excerpt.desired(desired.renames()));
    } catch (SlipwayException e) {
      // whatever it is, it is told of the whole
      return planWhole(before, desired);
    }
    return new Plan(
        plan.engine(),
        before.fingerprint(),
        desired.catalog().fingerprint(),
        plan.changes(),
        plan.steps(),
        plan.columnOrders(),
        plan.demandsBack());
  }

  private Plan planWhole(Catalog before, Desired wanted) {
    Desired desired = exposing(wanted);
    var renaming = Renaming.of(dialect, shadow, before, desired);
    Catalog renamed = renaming.catalog().having(before.seen());
    List<Change> changes =
        new SpellingCheck(dialect, shadow)
            .realChanges(Differ.compare(renamed, desired.catalog()), renamed, desired.catalog());
    changes.forEach(dialect.renderer()::requirePossible);
    RolesOfOthers.refuse(changes, renamed, desired.catalog());
    List<Change> all = new ArrayList<>(renaming.changes());
    all.addAll(changes);
    List<Step> steps = new ArrayList<>(renaming.steps());
    Planned planned = steps(dialect, ways, renamed, desired.catalog(), changes, Set.of(), parking);
    for (Step step : planned.steps()) {
      steps.add(renaming.isEmpty() ? step : renaming.withoutStaleChecks(step));
    }
    return new Plan(
        dialect.engine(),
        before.fingerprint(),
        desired.catalog().fingerprint(),
        all,
        withPreamble(dialect, steps),
        ColumnOrder.differences(renamed, desired.catalog()),
        planned.demandsBack());
  }

  /** What an API serves is no part of a catalog that was kept in a file. */
  private Desired exposing(Desired desired) {
    Set<String> exposed = shadow.scope().exposed();
    Catalog catalog = desired.catalog();
    return catalog.seen().exposed().equals(exposed)
        ? desired
        : new Desired(catalog.having(catalog.seen().exposing(exposed)), desired.renames());
  }

  /**
   * Steps, and what taking them back demands of rows.
   *
   * @param steps the steps in their order
   * @param demandsBack the questions beside those that are about what they park
   */
  private record Planned(List<Step> steps, List<RowCheck> demandsBack) {}

  /**
   * How two catalogs differ, without what is only spelled differently.
   *
   * @param before one
   * @param after the other
   */
  public List<Change> differences(Catalog before, Catalog after) {
    List<Change> all = Differ.differences(before, after);
    var check = new SpellingCheck(dialect, shadow);
    if (whole || !check.isNeeded(all)) {
      return check.realChanges(all, before, after);
    }
    Excerpt excerpt = Excerpt.of(before, Desired.of(after));
    return excerpt.isNearlyAll()
        ? check.realChanges(all, before, after)
        : check.realChanges(all, excerpt.before(), excerpt.desired(List.of()).catalog());
  }

  /** The plan that creates everything in an empty database. */
  public Plan create(Catalog desired) {
    return plan(Catalog.empty(dialect.engine()), Desired.of(desired));
  }

  /**
   * The steps that create what a database lacks that has a part of a catalog.
   *
   * @param part some of the objects of the whole, as they are there
   * @param whole the catalog
   */
  public List<Step> additions(Catalog part, Catalog whole) {
    return additions(dialect, part, whole);
  }

  private static List<Step> additions(Dialect dialect, Catalog part, Catalog whole) {
    List<Change> creates = new ArrayList<>();
    for (DatabaseObject object : whole.objects()) {
      if (!part.has(object.id())) {
        creates.add(new Change.Create(object));
      }
    }
    return steps(dialect, Ways.DIRECT, part, whole, creates, Set.of(), null).steps();
  }

  /**
   * Creates everything of a catalog in an empty shadow database.
   *
   * @throws dev.slipway.error.SlipwayException when a statement fails
   */
  public void fill(ShadowDatabase empty, Catalog catalog) {
    Sql.run(empty.connection(), creation(dialect, catalog));
  }

  /**
   * Runs a plan on a shadow, forth and back. Only what it can touch is there, with all that depends
   * on that and all that it needs; where that does not do, everything is.
   *
   * @param plan the plan
   * @param before the catalog that it starts from
   * @param desired the catalog that it should lead to
   * @return what the engine holds after the plan: the desired catalog, spelled as it will be
   *     spelled in the target
   * @throws dev.slipway.error.SlipwayException when a step fails or the plan leads elsewhere
   */
  public Catalog prove(Plan plan, Catalog before, Catalog desired) {
    var proof = new Proof(dialect, shadow);
    Excerpt excerpt = Excerpt.of(before, Desired.of(desired));
    if (whole || excerpt.isNearlyAll()) {
      return proof.prove(plan, before, desired);
    }
    try {
      return excerpt.complete(
          proof.prove(plan, excerpt.before(), excerpt.desired(List.of()).catalog()));
    } catch (SlipwayException e) {
      return proof.prove(plan, before, desired);
    }
  }

  private static Planned steps(
      Dialect dialect,
      Ways ways,
      Catalog before,
      Catalog after,
      List<Change> changes,
      Set<ObjectId> forced,
      @Nullable Parking parking) {
    try {
      OnlineRenderer beside =
          switch (ways) {
            case DIRECT -> null;
            case ONLINE -> dialect.onlineRenderer();
          };
      Actions actions = Actions.of(dialect.renderer(), before, after, changes, forced, beside);
      var online = new Online(beside, before, after, actions);
      List<Action> ordered = Ordering.sort(before, after, actions, online);
      var writer =
          new StepWriter(
              dialect.renderer(),
              online,
              before,
              after,
              actions,
              Remaking.of(before, actions, ordered),
              parking);
      List<Step> steps = ordered.stream().flatMap(action -> writer.steps(action).stream()).toList();
      return new Planned(
          steps,
          DemandsBack.of(
              dialect.renderer(), before, after, changes, actions, writer.parkedDrops(), steps));
    } catch (Circle circle) {
      Set<ObjectId> more = new TreeSet<>(forced);
      if (!more.addAll(circle.recreatable())) {
        throw circle;
      }
      return steps(dialect, ways, before, after, changes, more, parking);
    }
  }

  /** The statements that create everything of a catalog, without asking the shadow. */
  static List<String> creation(Dialect dialect, Catalog catalog) {
    Catalog nothing =
        new Catalog(dialect.engine(), List.of(), Dependencies.none(), java.util.Map.of());
    return creation(dialect, nothing, catalog).stream()
        .map(step -> step.statement().sql())
        .toList();
  }

  /** The same for what a part lacks. */
  static List<Step> creation(Dialect dialect, Catalog part, Catalog whole) {
    return withPreamble(dialect, additions(dialect, part, whole));
  }

  /**
   * What must be said first in both directions stands before the first step, and before the reverse
   * of the last.
   */
  private static List<Step> withPreamble(Dialect dialect, List<Step> steps) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    steps.forEach(step -> kinds.add(step.object().kind()));
    List<Statement> preamble = dialect.renderer().preamble(kinds);
    if (preamble.isEmpty()) {
      return steps;
    }
    List<Step> all = new ArrayList<>();
    for (Statement statement : preamble) {
      all.add(
          new Step(
              "prepare the session",
              steps.get(0).object(),
              statement,
              new Reverse.Reversible(List.of()),
              List.of(),
              List.of()));
    }
    all.addAll(steps.subList(0, steps.size() - 1));
    Step last = steps.get(steps.size() - 1);
    List<String> back = new ArrayList<>(preamble.stream().map(Statement::sql).toList());
    back.addAll(last.reverse().sql());
    all.add(
        new Step(
            last.summary(),
            last.object(),
            last.statement(),
            switch (last.reverse()) {
              case Reverse.Reversible reversible -> new Reverse.Reversible(back);
              case Reverse.Irreversible lost -> new Reverse.Irreversible(lost.reason(), back);
              case Reverse.Parked parked ->
                  new Reverse.Parked(parked.objects(), parked.checks(), back);
            },
            last.hazards(),
            last.checks()));
    return all;
  }
}
