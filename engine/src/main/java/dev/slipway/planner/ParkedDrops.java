package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Index;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Alteration;
import dev.slipway.dialect.Renderer;
import dev.slipway.diff.Change;
import dev.slipway.plan.ParkedObject;
import dev.slipway.plan.Parking;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What dropping becomes where it is parked: the object is loosened, so that nothing of it hinders
 * who writes or drops something else, and gets another name. The way back is the same the other way
 * round.
 *
 * <p>A type that is dropped is parked when something parked by the same plan is of it.
 */
final class ParkedDrops {

  private final Renderer renderer;
  private final Catalog before;
  private final Actions actions;
  private final Parking parking;
  private final Set<ObjectId> types = new HashSet<>();

  /** Tables that come to inherit, or be inherited from: both sides must have the same columns. */
  private final Set<ObjectId> tied = new HashSet<>();

  /**
   * What is done instead of a drop.
   *
   * @param there the statements
   * @param back those of the way back
   * @param objects what is parked
   * @param checks what rows must satisfy on the way back
   */
  record Way(
      List<Statement> there,
      List<String> back,
      List<ParkedObject> objects,
      List<RowCheck> checks) {}

  ParkedDrops(Renderer renderer, Catalog before, Actions actions, Parking parking) {
    this.renderer = renderer;
    this.before = before;
    this.actions = actions;
    this.parking = parking;
    for (Action action : actions.all()) {
      if (action instanceof Action.Create create) {
        noteTie(create.object());
        create.within().forEach(this::noteTie);
      }
    }
    for (Action action : actions.all()) {
      if (action instanceof Action.Drop drop && holdsRows(drop.object()) && canBeParked(drop)) {
        family(drop).forEach(this::keepTypesOf);
      }
    }
  }

  private void noteTie(DatabaseObject object) {
    switch (object) {
      case Partition tie -> tied.addAll(List.of(tie.table(), tie.of()));
      case Inheritance tie -> tied.addAll(List.of(tie.table(), tie.of()));
      default -> {}
    }
  }

  /** Whether a type is kept since something that is parked is of it. */
  boolean keeps(ObjectId type) {
    return types.contains(type);
  }

  /** What is done instead of a drop; null where it can't be parked, or has nothing to be kept. */
  @Nullable Way of(Action.Drop drop) {
    boolean isParked = holdsRows(drop.object()) ? canBeParked(drop) : keeps(drop.id());
    return isParked ? new Parked(drop).way() : null;
  }

  /** Whether a constraint or an index stays in force at what is parked. */
  boolean keeps(DatabaseObject part) {
    return actions.dropping(part.id()) instanceof Action.Drop drop
        && holdsRows(drop.object())
        && canBeParked(drop)
        && !isLoosened(part, drop);
  }

  private static boolean holdsRows(DatabaseObject object) {
    return object instanceof Table || (object instanceof Column column && !isMade(column));
  }

  private static boolean isMade(Column column) {
    return column.generated() != null;
  }

  /**
   * Not what comes back, nor what leaves columns to others; a typed table has the columns of its
   * type, and what a foreign table has is elsewhere. A table that is tied to another by the plan
   * can't have a column that the other one lacks.
   */
  private boolean canBeParked(Action.Drop drop) {
    if (drop.comesBack() || !drop.released().isEmpty()) {
      return false;
    }
    if (drop.object() instanceof Column column
        && (column.inherited()
            || tied.contains(column.parent())
            || !(before.find(column.parent()) instanceof Table table)
            || table.isForeign()
            || table.ofType() != null)) {
      return false;
    }
    return family(drop).stream().allMatch(part -> canStay(part, drop));
  }

  private boolean canStay(DatabaseObject part, Action.Drop drop) {
    if ((part instanceof Table table && table.isForeign())
        || (part instanceof Inheritance tie && !isWithin(tie.of(), drop))) {
      return false;
    }
    return isLoosened(part, drop)
        || goesWithTie(part, drop)
        || before.dependencies().of(part.id()).stream().allMatch(need -> stays(need, drop));
  }

  private static boolean isSame(Action one, Action other) {
    return one.key().equals(other.key());
  }

  /** What leaves its whole has an index of its own by that. */
  private static boolean goesWithTie(DatabaseObject part, Action.Drop drop) {
    return part instanceof IndexPartition index && !isWithin(index.whole(), drop);
  }

  private static List<DatabaseObject> family(Action.Drop drop) {
    List<DatabaseObject> family = new ArrayList<>(List.of(drop.object()));
    family.addAll(drop.along());
    return family;
  }

  private static boolean isWithin(ObjectId id, Action.Drop drop) {
    return drop.id().equals(id) || drop.along().stream().anyMatch(part -> part.id().equals(id));
  }

  /** The schema may go, since what is parked leaves it. */
  private boolean stays(ObjectId need, Action.Drop drop) {
    Action gone = actions.dropping(need);
    return gone == null
        || need.kind() == Kind.SCHEMA
        || isSame(gone, drop)
        || isWithin(need, drop)
        || canBeKept(need);
  }

  /**
   * A type that can be parked as well, with all that it is made of; not one whose place another
   * takes, which goes.
   */
  private boolean canBeKept(ObjectId id) {
    boolean isType =
        switch (id.kind()) {
          case ENUM, COMPOSITE_TYPE, DOMAIN -> true;
          default -> false;
        };
    if (actions.dropping(id) instanceof Action.SetAside) {
      return false;
    }
    if (!isType) {
      return id.kind() == Kind.TABLE
          && actions.dropping(id) instanceof Action.Drop drop
          && canBeParked(drop);
    }
    List<ObjectId> needs = new ArrayList<>(before.dependencies().of(id));
    before.partsOf(id).forEach(part -> needs.addAll(before.dependencies().of(part.id())));
    return needs.stream()
        .allMatch(need ->
            need.equals(id)
                || need.kind() == Kind.SCHEMA
                || actions.dropping(need) == null
                || canBeKept(need));
  }

  private void keepTypesOf(DatabaseObject object) {
    Deque<ObjectId> open = new ArrayDeque<>(before.dependencies().of(object.id()));
    while (!open.isEmpty()) {
      ObjectId id = open.remove();
      switch (id.kind()) {
        case ENUM, COMPOSITE_TYPE, DOMAIN -> {
          if (actions.dropping(id) != null && types.add(id)) {
            open.addAll(before.dependencies().of(id));
          }
        }
        default -> {}
      }
    }
  }

  /**
   * Whether a part goes by itself: it acts, or names what may go later, or stands in a name space
   * from which it can't be moved.
   */
  private boolean isLoosened(DatabaseObject part, Action.Drop drop) {
    return switch (part.id().kind()) {
      case TRIGGER, POLICY, RULE, STATISTICS, PUBLICATION_MEMBER -> true;
      case GRANT -> drop.object() instanceof Column;
      case PARTITION -> part instanceof Partition tie && !isWithin(tie.of(), drop);
      case COLUMN_DEFAULT, CONSTRAINT, INDEX -> usesOthers(part, drop);
      default -> false;
    };
  }

  /** Types do not count: what has a column of one needs it anyway. */
  private boolean usesOthers(DatabaseObject part, Action.Drop drop) {
    ObjectId table = drop.object() instanceof Column column ? column.parent() : drop.id();
    return before.dependencies().of(part.id()).stream()
        .anyMatch(need ->
            !need.equals(table)
                && !isWithin(need, drop)
                && switch (need.kind()) {
                  case ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE, BASE_TYPE, SCHEMA, EXTENSION ->
                      false;
                  default -> true;
                });
  }

  /** One drop that is parked. */
  private final class Parked {

    private final Action.Drop drop;
    private final List<DatabaseObject> kept = new ArrayList<>();
    private final Map<ObjectId, Change> loosening = new TreeMap<>();

    Parked(Action.Drop drop) {
      this.drop = drop;
      Set<ObjectId> loosened = new TreeSet<>();
      for (DatabaseObject part : drop.along()) {
        if (isLoosened(part, drop)) {
          loosened.add(part.id());
        }
      }
      for (DatabaseObject part : family(drop)) {
        if (loosened.contains(part.id()) || isAboutOneOf(part, loosened)) {
          loosening.put(part.id(), new Change.Drop(part));
        } else {
          kept.add(part);
          if (drop.object() instanceof Column && part instanceof Column column) {
            loosen(column);
          }
        }
      }
    }

    /** Its comment, its owner, that an index is the part of another. */
    private boolean isAboutOneOf(DatabaseObject part, Set<ObjectId> loosened) {
      for (ObjectId up = part.parent(); up != null; ) {
        if (loosened.contains(up)) {
          return true;
        }
        DatabaseObject upper = before.find(up);
        up = upper == null ? null : upper.parent();
      }
      return false;
    }

    /** Who writes rows knows nothing of it; an identity gives its values by itself. */
    private void loosen(Column column) {
      if (column.notNull() && column.identity() == null) {
        loosening.put(column.id(), new Change.Alter(column, nullable(column)));
      }
    }

    private static Column nullable(Column c) {
      return new Column(
          c.id(),
          c.type(),
          /* notNull= */ false,
          c.collation(),
          c.identity(),
          c.generated(),
          c.stored(),
          c.inherited(),
          null,
          c.tuning());
    }

    Way way() {
      Catalog from = surroundings();
      Catalog to = loosened(from);
      List<Change> changes = new ArrayList<>(loosening.values());
      List<Statement> there = new ArrayList<>(statements(changes, from, to));
      there.addAll(renderer.park(drop.object(), kept, parking));
      List<String> back = new ArrayList<>(sql(renderer.unpark(drop.object(), kept, parking)));
      back.addAll(sql(statements(changes.stream().map(Change::inverse).toList(), to, from)));
      return new Way(there, back, objects(), renderer.checksBack(drop.object(), parking, before));
    }

    private List<ParkedObject> objects() {
      if (drop.object() instanceof Column) {
        return List.of(new ParkedObject(drop.id(), parking.inPlace(drop.id())));
      }
      List<ParkedObject> objects = new ArrayList<>();
      for (DatabaseObject part : kept) {
        if (part.id().equals(drop.id()) || part instanceof Table) {
          objects.add(new ParkedObject(part.id(), parking.moved(part.id())));
        }
      }
      return objects;
    }

    private List<Statement> statements(List<Change> changes, Catalog from, Catalog to) {
      if (changes.isEmpty()) {
        return List.of();
      }
      List<Statement> statements = new ArrayList<>();
      Actions loosened = Actions.of(renderer, from, to, changes, Set.of(), null);
      for (Action action : Ordering.sort(from, to, loosened)) {
        switch (action) {
          case Action.Create create -> {
            statements.addAll(renderer.create(create.object(), create.within(), to));
            String owner = before.seen().owners().get(create.id());
            if (owner != null) {
              statements.addAll(renderer.giveTo(create.id(), owner));
            }
          }
          case Action.Drop dropped ->
              statements.addAll(renderer.drop(dropped.object(), dropped.along(), from, to));
          case Action.Alter alter -> {
            if (renderer.alter(alter.before(), alter.after(), from, to)
                instanceof Alteration.InPlace inPlace) {
              statements.addAll(inPlace.statements());
            } else {
              throw new IllegalStateException(alter.id() + " can't be loosened");
            }
          }
          case Action.Replace other -> throw unexpected(other);
          case Action.Rename other -> throw unexpected(other);
          case Action.SetAside other -> throw unexpected(other);
          case Action.Convert other -> throw unexpected(other);
          case Action.DropAside other -> throw unexpected(other);
        }
      }
      return statements;
    }

    private static IllegalStateException unexpected(Action action) {
      return new IllegalStateException(action.key() + " loosens nothing");
    }

    /** The table with all that is left of it, those that it is part of, and those below it. */
    private Catalog surroundings() {
      Set<ObjectId> found = new TreeSet<>();
      List<DatabaseObject> objects = new ArrayList<>();
      Deque<ObjectId> open = new ArrayDeque<>();
      family(drop).forEach(part -> open.add(part.id()));
      if (drop.object() instanceof Column column) {
        open.add(column.parent());
      }
      while (!open.isEmpty()) {
        ObjectId id = open.remove();
        DatabaseObject object = before.find(id);
        Action gone = object == null ? null : actions.dropping(id);
        if (object == null || (gone != null && !isSame(gone, drop)) || !found.add(id)) {
          continue;
        }
        objects.add(object);
        before.partsOf(id).forEach(part -> open.add(part.id()));
        open.addAll(before.inheritorsOf(id));
        switch (object) {
          case Partition tie -> open.add(tie.of());
          case Inheritance tie -> open.add(tie.of());
          case Index index -> open.add(index.parent());
          case Constraint constraint -> open.add(constraint.parent());
          case ColumnDefault value -> open.add(value.column());
          default -> {}
        }
      }
      return with(objects);
    }

    private Catalog loosened(Catalog from) {
      List<DatabaseObject> objects = new ArrayList<>();
      for (DatabaseObject object : from.objects()) {
        switch (loosening.get(object.id())) {
          case null -> objects.add(object);
          case Change.Alter alter -> objects.add(alter.after());
          case Change.Drop gone -> {}
          case Change.Create other -> throw new IllegalStateException(other.id() + " is no part");
          case Change.Rename other -> throw new IllegalStateException(other.id() + " is no part");
        }
      }
      return with(objects);
    }

    private Catalog with(List<DatabaseObject> objects) {
      Map<ObjectId, List<String>> order = new TreeMap<>();
      for (DatabaseObject object : objects) {
        if (object instanceof Table) {
          order.put(
              object.id(), before.columnsOf(object.id()).stream().map(c -> c.id().name()).toList());
        }
      }
      return new Catalog(
          before.engine(), objects, before.dependencies(), order, Map.of(), before.seen());
    }

    private static List<String> sql(List<Statement> statements) {
      return statements.stream().map(Statement::sql).toList();
    }
  }
}
