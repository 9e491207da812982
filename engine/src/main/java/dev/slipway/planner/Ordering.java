package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DefaultPrivileges;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.Inheritance;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.OperatorClass;
import dev.slipway.catalog.Partition;
import dev.slipway.catalog.RangeType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts actions into an order in which each finds what it needs: by the engine's recorded
 * dependencies, and where these leave it open, first what detaches, then what builds, last what
 * takes data away.
 */
final class Ordering {

  private static final int FIRST = -1;
  private static final int LAST = 5;

  private final Catalog before;
  private final Catalog after;
  private final Actions actions;
  private final Online online;
  private final Attaching attaching;

  private final Map<Action.Key, Map<Action.Key, Action>> followers = new HashMap<>();
  private final Map<Action.Key, Integer> waitsFor = new HashMap<>();

  private final Map<Action.Key, Integer> places = new HashMap<>();

  private final Map<ObjectId, Action> renamedTo = new HashMap<>();

  /** An index can be referenced when each of its parts is there. */
  private final Map<ObjectId, List<Action>> partsOfIndex = new HashMap<>();

  private Ordering(Catalog before, Catalog after, Actions actions, Online online) {
    this.before = before;
    this.after = after;
    this.actions = actions;
    this.online = online;
    this.attaching = new Attaching(before, after, actions, this::first);
  }

  /**
   * The actions in their order; the same for equal input.
   *
   * @throws Circle when they need each other in a circle, naming them
   */
  static List<Action> sort(Catalog before, Catalog after, Actions actions) {
    return sort(before, after, actions, new Online(null, before, after, actions));
  }

  /**
   * The actions in their order; the same for equal input. What takes its time, and what no
   * transaction may hold, comes first or last where it can: it would part what belongs together.
   *
   * @throws Circle when they need each other in a circle, naming them
   */
  static List<Action> sort(Catalog before, Catalog after, Actions actions, Online online) {
    var ordering = new Ordering(before, after, actions, online);
    ordering.connect();
    return ordering.sorted();
  }

  private void connect() {
    actions.renames().forEach(rename -> renamedTo.put(rename.to(), rename));
    for (Action action : actions.all()) {
      if (action instanceof Action.Create create
          && create.object() instanceof IndexPartition part) {
        partsOfIndex.computeIfAbsent(part.whole(), key -> new ArrayList<>()).add(create);
      }
    }
    for (Action action : actions.all()) {
      waitsFor.putIfAbsent(action.key(), 0);
      switch (action) {
        case Action.Create create -> {
          connectCreate(create, create.object());
          create.within().forEach(part -> connectCreate(create, part));
        }
        case Action.Drop drop -> {
          connectDrop(drop, drop.object());
          drop.along().forEach(part -> connectDrop(drop, part));
        }
        case Action.Alter alter -> {
          if (alter.after() instanceof Column column) {
            connectTyped(alter, column);
          }
          for (ObjectId need : needs(after, alter.after())) {
            first(actions.creating(need), alter);
            first(actions.changing(need), alter);
            first(renamedTo.get(need), alter);
            first(actions.converting(need), alter);
          }
          for (ObjectId need : needs(before, alter.before())) {
            if (!connectAside(alter, need)) {
              first(alter, actions.dropping(need));
            }
          }
          for (DatabaseObject part : alter.along()) {
            needs(before, part).forEach(need -> first(alter, actions.dropping(need)));
          }
          if (actions.isRemade(alter)) {
            connectTakenAlong(alter);
          }
        }
        case Action.Convert convert -> {
          for (ObjectId need : needs(after, convert.column())) {
            first(actions.creating(need), convert);
            first(actions.changing(need), convert);
          }
          needs(before, convert.column()).forEach(need -> connectAside(convert, need));
          connectChecks(convert);
        }
        case Action.SetAside aside -> {
          connectSetAside(aside, aside.object());
          aside.along().forEach(part -> connectSetAside(aside, part));
        }
        case Action.DropAside drop -> {
          for (ObjectId need : needs(before, drop.object())) {
            first(drop, actions.droppingAside(need));
            if (need.kind() != Kind.ROUTINE || drop.object().id().kind() != Kind.DOMAIN) {
              first(drop, actions.dropping(need) instanceof Action.Drop other ? other : null);
            }
          }
        }
        case Action.Replace replace -> connectReplace(replace);
        case Action.Rename rename -> {}
      }
    }
    connectNames();
  }

  /** What the new one needs is there by then, and what the old one needs still is. */
  private void connectReplace(Action.Replace replace) {
    for (ObjectId need : needs(after, replace.after())) {
      first(actions.creating(need), replace);
      first(actions.changing(need), replace);
      first(renamedTo.get(need), replace);
    }
    for (ObjectId need : needs(before, replace.before())) {
      first(replace, actions.dropping(need));
    }
  }

  /**
   * Checks of a new domain come before the values, since the server may not be able to look at them
   * later; but one that need not hold for them comes after.
   */
  private void connectChecks(Action.Convert convert) {
    for (ObjectId need : needs(after, convert.column())) {
      for (DatabaseObject part : after.partsOf(need)) {
        if (part instanceof DomainConstraint check) {
          Action creating = actions.creating(part.id());
          first(check.validated() ? creating : convert, check.validated() ? convert : creating);
        }
      }
    }
  }

  /**
   * The way back drops the object, and what uses it, and creates them as they were: so whatever
   * comes to use it is taken back before, and bears its old name.
   */
  private void connectTakenAlong(Action.Alter alter) {
    for (ObjectId user : Recreation.takenAlong(alter.id(), after)) {
      first(alter, actions.creating(user));
      first(alter, actions.changing(user));
      first(alter, renamedTo.get(user));
    }
  }

  /** A typed table has a column when its type has the attribute, and until it has it no more. */
  private void connectTyped(Action.Alter alter, Column column) {
    ObjectId type = TypedTables.typeOf(column, before);
    if (type != null) {
      Action changing = actions.changing(type);
      boolean isGone = !after.has(column.id());
      first(isGone ? alter : changing, isGone ? changing : alter);
    }
  }

  /**
   * What holds values of a type is changed while the type stands aside, so that the way back finds
   * it there as well.
   */
  private boolean connectAside(Action change, ObjectId type) {
    Action.SetAside aside = actions.settingAside(type);
    first(aside, change);
    first(change, actions.droppingAside(type));
    return aside != null;
  }

  /**
   * A routine of a domain's default goes when the default is gone; that is when it stands aside.
   */
  private void connectSetAside(Action.SetAside aside, DatabaseObject object) {
    for (ObjectId need : needs(before, object)) {
      Action dropping = actions.dropping(need);
      if (!(dropping instanceof Action.SetAside)) {
        first(aside, dropping);
      }
    }
  }

  private void connectCreate(Action.Create create, DatabaseObject object) {
    for (ObjectId need : needs(after, object)) {
      if (!attaching.isAttachedTo(object, need)) {
        first(actions.creating(need), create);
      }
      first(actions.changing(need), create);
      first(renamedTo.get(need), create);
      if (object instanceof Constraint key && key.type() == Constraint.Type.FOREIGN_KEY) {
        partsOfIndex.getOrDefault(need, List.of()).forEach(part -> first(part, create));
      }
      first(actions.converting(need), create);
    }
    first(actions.dropping(object.id()), create);
    if (object instanceof Constraint key && key.type() == Constraint.Type.PRIMARY_KEY) {
      connectPrimaryKey(create, key);
    }
    if (object instanceof Constraint key && create.id().equals(key.id())) {
      AlikeKeys.of(key, after).forEach(unique -> first(actions.creating(unique), create));
    }
    if (object instanceof Partition partition) {
      attaching.attach(create, partition);
    }
    if (object instanceof IndexPartition part) {
      if (part.isKeyOfPartition()) {
        first(actions.creating(part.part()), actions.creating(part.whole()));
      }
      // a partitioned index is valid, for foreign keys too, when all below it are
      partsOfIndex.getOrDefault(part.part(), List.of()).forEach(below -> first(below, create));
    }
    if (object instanceof Inheritance inheritance) {
      attaching.inherit(create, inheritance);
      attaching.inheritDefaults(create, inheritance);
    }
  }

  /** A table has one at a time. */
  private void connectPrimaryKey(Action.Create create, Constraint key) {
    ObjectId table = key.parent();
    for (DatabaseObject part : table == null ? List.<DatabaseObject>of() : before.partsOf(table)) {
      if (part instanceof Constraint old && old.type() == Constraint.Type.PRIMARY_KEY) {
        first(actions.dropping(old.id()), create);
      }
    }
  }

  private void connectDrop(Action.Drop drop, DatabaseObject object) {
    for (ObjectId need : needs(before, object)) {
      first(drop, actions.dropping(need));
      first(renamedTo.get(need), drop);
      Action changing = actions.changing(need);
      if (!(changing instanceof Action.Rename)) {
        first(drop, changing);
      }
      first(drop, actions.converting(need));
    }
    if (object instanceof Constraint key && drop.id().equals(key.id())) {
      AlikeKeys.of(key, before).forEach(unique -> first(drop, actions.dropping(unique)));
    }
    if (object instanceof Partition partition && drop.id().equals(partition.id())) {
      attaching.detach(drop, partition);
    }
    if (object instanceof Inheritance inheritance) {
      if (drop.id().equals(inheritance.id())) {
        attaching.disinherit(drop, inheritance);
      }
      attaching.inheritDefaults(drop, inheritance);
    }
  }

  /** A name must be free before something else takes it. */
  private void connectNames() {
    Map<List<String>, List<Action>> freed = new HashMap<>();
    Map<List<String>, List<Action>> taken = new HashMap<>();
    for (Action action : actions.all()) {
      switch (action) {
        case Action.Create create -> {
          note(taken, create.object(), create);
          create.within().forEach(part -> note(taken, part, create));
        }
        case Action.Drop drop -> {
          note(freed, drop.object(), drop);
          drop.along().forEach(part -> note(freed, part, drop));
        }
        case Action.Rename rename -> {
          note(freed, rename.from(), rename);
          note(taken, rename.to(), rename);
        }
        case Action.SetAside aside -> {
          note(freed, aside.object(), aside);
          note(taken, aside.aside(), aside);
        }
        case Action.Convert convert -> {}
        case Action.DropAside drop -> {}
        case Action.Replace replace -> {}
        case Action.Alter alter -> {
          ObjectId old = hidden(alter.before());
          ObjectId young = hidden(alter.after());
          if (!Objects.equals(old, young)) {
            note(freed, old, alter);
            note(taken, young, alter);
          }
        }
      }
    }
    taken.forEach((name, takers) ->
        takers.forEach(
            taker -> freed.getOrDefault(name, List.of()).forEach(freer -> first(freer, taker))));
  }

  private static void note(
      Map<List<String>, List<Action>> names, DatabaseObject object, Action action) {
    if (!(object instanceof Constraint constraint) || constraint.type().hasIndex()) {
      note(names, object.id(), action);
    }
    note(names, hidden(object), action);
    if (object instanceof OperatorClass operators) {
      // A family takes an operator of a number and types once.
      List<String> place = List.of("operators", operators.family(), operators.type());
      names.computeIfAbsent(place, key -> new ArrayList<>()).add(action);
    }
  }

  /**
   * The sequence of an identity column, and a multirange, have names although they are no objects.
   */
  private static @Nullable ObjectId hidden(DatabaseObject object) {
    return switch (object) {
      case Column column -> column.identitySequence();
      case RangeType range -> range.multirangeId();
      default -> null;
    };
  }

  private static void note(
      Map<List<String>, List<Action>> names, @Nullable ObjectId id, Action action) {
    List<String> name = id == null ? null : namespaceKey(id);
    if (name != null) {
      names.computeIfAbsent(name, key -> new ArrayList<>()).add(action);
    }
  }

  /** Relations, types and indexes share the names of a schema; so do the indexes of constraints. */
  private static @Nullable List<String> namespaceKey(ObjectId id) {
    return switch (id.kind().names()) {
      case RELATIONS -> List.of("relation", id.schema(), id.name());
      case ROUTINES -> List.of("routine", id.schema(), id.name());
      case OWN -> null;
    };
  }

  private static List<ObjectId> needs(Catalog catalog, DatabaseObject object) {
    var needs = new ArrayList<>(catalog.dependencies().of(object.id()));
    ObjectId parent = object.parent();
    if (parent != null) {
      needs.add(parent);
    }
    if (object.id().kind().home() == Kind.Home.SCHEMA) {
      needs.add(ObjectId.of(Kind.SCHEMA, object.id().schema()));
    }
    return needs;
  }

  private void first(@Nullable Action one, @Nullable Action other) {
    if (one == null || other == null || one.key().equals(other.key())) {
      return;
    }
    if (followers.computeIfAbsent(one.key(), key -> new LinkedHashMap<>()).put(other.key(), other)
        == null) {
      waitsFor.merge(other.key(), 1, Integer::sum);
    }
  }

  private List<Action> sorted() {
    var ready =
        new PriorityQueue<Action>(
            Comparator.comparingInt(this::place).thenComparing((one, other) -> byKind(one, other)));
    for (Action action : actions.all()) {
      if (waitsFor.getOrDefault(action.key(), 0) == 0) {
        ready.add(action);
      }
    }
    var sorted = new ArrayList<Action>();
    while (!ready.isEmpty()) {
      Action next = ready.remove();
      sorted.add(next);
      for (Action follower : followers.getOrDefault(next.key(), Map.of()).values()) {
        if (waitsFor.merge(follower.key(), -1, Integer::sum) == 0) {
          ready.add(follower);
        }
      }
    }
    if (sorted.size() < waitsFor.size()) {
      sorted.forEach(action -> waitsFor.remove(action.key()));
      throw new Circle(withoutWaiting(waitsFor.keySet()));
    }
    return sorted;
  }

  /** Of what found no place, those that others wait for; the rest only waits for a circle. */
  private Set<Action.Key> withoutWaiting(Set<Action.Key> unsorted) {
    Set<Action.Key> circle = new HashSet<>(unsorted);
    Map<Action.Key, List<Action.Key>> leaders = new HashMap<>();
    Map<Action.Key, Integer> waiting = new HashMap<>();
    for (Action.Key one : unsorted) {
      for (Action.Key other : followers.getOrDefault(one, Map.of()).keySet()) {
        leaders.computeIfAbsent(other, key -> new ArrayList<>()).add(one);
        waiting.merge(one, 1, Integer::sum);
      }
    }
    Deque<Action.Key> ends = new ArrayDeque<>(unsorted);
    ends.removeIf(waiting::containsKey);
    while (!ends.isEmpty()) {
      Action.Key end = ends.remove();
      circle.remove(end);
      for (Action.Key leader : leaders.getOrDefault(end, List.of())) {
        if (waiting.merge(leader, -1, Integer::sum) == 0) {
          ends.add(leader);
        }
      }
    }
    return circle;
  }

  private int place(Action action) {
    return places.computeIfAbsent(
        action.key(),
        key ->
            online.isLong(action) ? action instanceof Action.Drop ? FIRST : LAST : phase(action));
  }

  private static int phase(Action action) {
    return switch (action) {
      case Action.Replace replace -> 2;
      case Action.Rename rename -> 0;
      case Action.Drop drop -> isLate(drop) ? 3 : 1;
      case Action.Alter alter -> 2;
      case Action.Create create ->
          create.object() instanceof DefaultPrivileges privileges
              ? privileges.takesAway() ? 1 : 4
              : 2;
      case Action.SetAside aside -> 2;
      case Action.Convert convert -> 2;
      case Action.DropAside drop -> 2;
    };
  }

  private static boolean isLate(Action.Drop drop) {
    if (drop.object() instanceof DefaultPrivileges privileges && privileges.takesAway()) {
      return !drop.comesBack();
    }
    return drop.id().kind().dropped() == Kind.Dropped.LATE && !drop.comesBack();
  }

  /** New columns come in the order of the table that they are for. */
  private int byKind(Action one, Action other) {
    if (one instanceof Action.Create
        && other instanceof Action.Create
        && one.id().kind() == Kind.COLUMN
        && other.id().kind() == Kind.COLUMN
        && one.id().withName("").equals(other.id().withName(""))) {
      return Integer.compare(after.placeOf(one.id()), after.placeOf(other.id()));
    }
    int order = one.id().compareTo(other.id());
    return one instanceof Action.Drop && other instanceof Action.Drop ? -order : order;
  }
}
