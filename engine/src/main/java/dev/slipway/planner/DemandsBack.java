package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Renderer;
import dev.slipway.diff.Change;
import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan that is taken back demands of the rows as they are by then: the questions of the
 * inverse changes, as a plan in that direction would ask them, beside those about what is parked.
 *
 * <p>Constraints may be about parked columns and tables: these have what they will have, so they
 * are asked where they are. Nothing is asked of what is dropped and created again on the way back,
 * since its rows are not those that are there, nor of constraints over columns whose parked values
 * come back in place of what they have.
 */
final class DemandsBack {

  private final Renderer renderer;
  private final Catalog before;
  private final Actions actions;
  private final @Nullable ParkedDrops parkedDrops;
  private final Map<ObjectId, ParkedObject> parked = new HashMap<>();
  private final Catalog present;
  private final Catalog withParked;

  private DemandsBack(
      Renderer renderer,
      Catalog before,
      Catalog after,
      Actions actions,
      @Nullable ParkedDrops parkedDrops,
      List<Step> steps) {
    this.renderer = renderer;
    this.before = before;
    this.actions = actions;
    this.parkedDrops = parkedDrops;
    for (Step step : steps) {
      if (step.reverse() instanceof Reverse.Parked reverse) {
        reverse.objects().forEach(object -> parked.put(object.object(), object));
      }
    }
    this.present = present(after);
    this.withParked = withParked();
  }

  /**
   * @param before the catalog that the way back leads to
   * @param after the catalog that it starts from
   * @param steps the steps from the first to the second
   */
  static List<RowCheck> of(
      Renderer renderer,
      Catalog before,
      Catalog after,
      List<Change> changes,
      Actions actions,
      @Nullable ParkedDrops parkedDrops,
      List<Step> steps) {
    var back = new DemandsBack(renderer, before, after, actions, parkedDrops, steps);
    return changes.stream().flatMap(change -> back.of(change).stream()).distinct().toList();
  }

  private List<RowCheck> of(Change change) {
    return switch (change) {
      case Change.Drop drop -> of(null, drop.object());
      case Change.Alter alter -> of(/* now= */ alter.after(), /* then= */ alter.before());
      case Change.Create create -> List.of();
      case Change.Rename rename -> List.of();
    };
  }

  private List<RowCheck> of(@Nullable DatabaseObject now, DatabaseObject then) {
    if (isOfWhole(then.id())) {
      return List.of();
    }
    if (then instanceof Constraint constraint) {
      return constraint.references() == null || withParked.has(constraint.references())
          ? ofRows(now, then, constraint.parent())
          : List.of();
    }
    if (then instanceof Index index) {
      return ofRows(now, then, index.relation());
    }
    // what is parked has questions of its own
    if (parked.containsKey(then.id())) {
      return List.of();
    }
    // what is remade has no values of its own until then
    boolean isThere = !(then instanceof Column) || present.has(then.id());
    return renderer.rowChecks(isThere ? now : null, then, present, before);
  }

  /** Whether it comes back with that of the table it inherits from, whose rows are asked. */
  private boolean isOfWhole(ObjectId part) {
    return Stream.of(
            Optional.ofNullable(actions.dropping(part)),
            Optional.ofNullable(actions.changing(part)))
        .flatMap(Optional::stream)
        .map(DemandsBack::idOf)
        .anyMatch(
            id -> id != null && id.kind() == part.kind() && isHeir(tableOf(part), tableOf(id)));
  }

  private boolean isHeir(@Nullable ObjectId table, @Nullable ObjectId of) {
    return table != null
        && of != null
        && before.inheritorsOf(of).stream()
            .anyMatch(heir -> heir.equals(table) || isHeir(table, heir));
  }

  private @Nullable ObjectId tableOf(ObjectId part) {
    return switch (before.find(part)) {
      case Column column -> column.parent();
      case Constraint constraint -> constraint.parent();
      case Index index -> index.relation();
      case null, default -> null;
    };
  }

  private static @Nullable ObjectId idOf(Action action) {
    return switch (action) {
      case Action.Drop drop -> drop.id();
      case Action.Alter alter -> alter.id();
      case Action.Create create -> null;
      case Action.Replace replace -> null;
      case Action.Rename rename -> null;
      case Action.SetAside aside -> null;
      case Action.Convert convert -> null;
      case Action.DropAside drop -> null;
    };
  }

  /** Of what names columns, some of which may be parked. */
  private List<RowCheck> ofRows(@Nullable DatabaseObject now, DatabaseObject then, ObjectId table) {
    if (isKept(then)) {
      return List.of();
    }
    Set<ObjectId> tables = new TreeSet<>(Set.of(table));
    if (then instanceof Constraint constraint && constraint.references() != null) {
      tables.add(constraint.references());
    }
    // nobody writes to what is parked
    if (tables.stream().allMatch(parked::containsKey)) {
      return List.of();
    }
    Set<ObjectId> needs = new TreeSet<>(before.dependencies().of(then.id()));
    needs.addAll(tables);
    List<ParkedObject> named =
        parked.values().stream().filter(each -> needs.contains(each.object())).toList();
    var checks = new ArrayList<RowCheck>();
    for (RowCheck check : renderer.rowChecks(now, then, withParked, before)) {
      RowCheck asked = named.isEmpty() ? check : renderer.askedOfParked(check, named);
      if (asked != null) {
        checks.add(asked);
      }
    }
    return checks;
  }

  /** What stays as it is until constraints are asked for: neither remade nor given other values. */
  private Catalog present(Catalog after) {
    var objects = new ArrayList<DatabaseObject>();
    for (DatabaseObject object : after.objects()) {
      boolean isOther = parked.containsKey(object.id()) || isRemade(object.id());
      ObjectId table = object instanceof Column column ? column.parent() : object.id();
      if (!isOther && !isRemade(table)) {
        objects.add(object);
      }
    }
    return with(after, objects);
  }

  /** Whether it is dropped, and created under the same name. */
  private boolean isRemade(ObjectId id) {
    return switch (id.kind()) {
      case TABLE, COLUMN -> actions.dropping(id) != null;
      default -> false;
    };
  }

  private Catalog withParked() {
    var objects = new ArrayList<DatabaseObject>();
    present.objects().forEach(objects::add);
    for (ObjectId id : parked.keySet()) {
      DatabaseObject object = before.find(id);
      if (object instanceof Column && !present.has(id) && !isGoneUntil(id)) {
        objects.add(object);
      } else if (object instanceof Table && !present.has(id)) {
        objects.add(object);
        before.partsOf(id).stream().filter(part -> !isKey(part)).forEach(objects::add);
      }
    }
    for (DatabaseObject object : before.objects()) {
      if (!present.has(object.id()) && isKey(object)) {
        objects.add(object);
      }
    }
    return with(present, objects);
  }

  /** Whether it is a constraint or an index that is in force where it is parked. */
  private boolean isKept(DatabaseObject object) {
    return (object instanceof Constraint || object instanceof Index)
        && parkedDrops != null
        && parkedDrops.keeps(object);
  }

  /**
   * Whether foreign keys may point at it: it is there before they are, and whether rows fit it is a
   * question of its own. Samples show primary keys, so their columns must not be parked.
   */
  private boolean isKey(DatabaseObject object) {
    return switch (object) {
      case Constraint key ->
          switch (key.type()) {
            case UNIQUE -> true;
            case PRIMARY_KEY ->
                before.dependencies().of(key.id()).stream()
                    .allMatch(need -> need.kind() != Kind.COLUMN || present.has(need));
            case CHECK, FOREIGN_KEY, EXCLUSION -> false;
          };
      case Index index -> true;
      default -> false;
    };
  }

  /** Whether a column stands beside another of its name, whose values it takes the place of. */
  private boolean isGoneUntil(ObjectId column) {
    return actions.creating(column) != null || actions.changing(column) != null;
  }

  private static Catalog with(Catalog catalog, List<DatabaseObject> objects) {
    Map<ObjectId, List<String>> order = new TreeMap<>();
    for (DatabaseObject object : objects) {
      if (object instanceof Column column) {
        order.computeIfAbsent(column.parent(), table -> new ArrayList<>()).add(column.id().name());
      }
    }
    return new Catalog(
        catalog.engine(), objects, catalog.dependencies(), order, Map.of(), catalog.seen());
  }
}
