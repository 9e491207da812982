package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.SequenceOwner;
import dev.slipway.dialect.Alteration;
import dev.slipway.dialect.OnlineRenderer;
import dev.slipway.dialect.Renderer;
import dev.slipway.diff.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes as actions: what can't be altered is recreated with its dependents, and parts join
 * the statement of their whole.
 */
final class Actions {

  private final Renderer renderer;
  private final Catalog before;
  private final Catalog after;
  private final Map<ObjectId, Action.Create> creates = new TreeMap<>();
  private final Map<ObjectId, Action.Drop> drops = new TreeMap<>();
  private final Map<ObjectId, Action> others = new LinkedHashMap<>();
  private final Map<ObjectId, Action.Create> createdWithin = new TreeMap<>();
  private final Map<ObjectId, Action.Drop> droppedAlong = new TreeMap<>();
  private final Map<ObjectId, Action.SetAside> asides = new TreeMap<>();
  private final Map<ObjectId, Action.SetAside> partsOfAsides = new TreeMap<>();
  private final Map<ObjectId, Action.DropAside> dropsOfAsides = new TreeMap<>();
  private final Map<ObjectId, Action.Convert> converts = new TreeMap<>();
  private final Map<ObjectId, ObjectId> convertedWithin = new TreeMap<>();

  private final Map<ObjectId, Action.Replace> replaces = new TreeMap<>();

  /** Columns whose new type comes with a new column, and types that come with new columns. */
  private final Set<ObjectId> grown = new TreeSet<>();

  /** What changes with one of them. */
  private final Map<ObjectId, ObjectId> grownWithin = new TreeMap<>();

  private final Map<ObjectId, Action> changedWithin = new HashMap<>();
  private final Set<ObjectId> released = new HashSet<>();
  private @Nullable Inheriting inheriting;

  private Actions(Renderer renderer, Catalog before, Catalog after) {
    this.renderer = renderer;
    this.before = before;
    this.after = after;
  }

  /**
   * The actions that carry out changes.
   *
   * @param forced objects that are recreated even where they could be altered
   * @param online how others go on meanwhile; null where they need not
   */
  static Actions of(
      Renderer renderer,
      Catalog before,
      Catalog after,
      List<Change> changes,
      Set<ObjectId> forced,
      @Nullable OnlineRenderer online) {
    Map<ObjectId, ObjectId> renamed = new TreeMap<>();
    for (Change change : changes) {
      if (change instanceof Change.Rename rename) {
        renamed.put(rename.from(), rename.to());
      }
    }
    Actions actions;
    var growing = new Growing(online, before, after, changes);
    Recreation recreation;
    do {
      actions = new Actions(renderer, before, after);
      recreation = new Recreation(before, after, renamed, id -> false);
      actions.collect(
          changes, forced, recreation, new Replacing(online, before, after, changes), growing);
    } while (growing.isHindered(recreation));
    actions.joinParts();
    return actions;
  }

  /**
   * The actions that take changes back, as part of the way back from all of these actions: what
   * they drop and create is not there at that time, or comes back by itself.
   */
  Actions takingBack(List<Change> changes) {
    var actions = new Actions(renderer, /* before= */ after, /* after= */ before);
    actions.collect(
        changes.stream().map(Change::inverse).toList(),
        Set.of(),
        new Recreation(
            /* before= */ after,
            /* after= */ before,
            Map.of(),
            id -> creating(id) != null || dropping(id) != null),
        new Replacing(null, /* before= */ after, /* after= */ before, List.of()),
        Growing.of(grown, /* before= */ after, /* after= */ before));
    actions.joinParts();
    return actions;
  }

  /**
   * The actions that drop an altered object with everything that used it at first, and create them
   * as they were. Whatever comes to use it does so after the alteration ({@link Ordering}), and is
   * taken back by then. What was dropped or altered before it, that isn't: it is not there yet, or
   * does not use it yet.
   *
   * @param isPast whether something is done before the alteration
   */
  Actions remaking(Action.Alter alter, Predicate<Action> isPast) {
    var actions = new Actions(renderer, before, before);
    actions.collect(
        List.of(),
        Set.of(alter.id()),
        new Recreation(
            before,
            before,
            Map.of(),
            id ->
                Stream.of(Optional.ofNullable(dropping(id)), Optional.ofNullable(changing(id)))
                    .flatMap(Optional::stream)
                    .anyMatch(isPast)),
        new Replacing(null, before, before, List.of()),
        Growing.of(Set.of(), before, before));
    actions.joinParts();
    return actions;
  }

  /** Whether the way back of an alteration drops the object, which holds nothing. */
  boolean isRemade(Action.Alter alter) {
    return Circle.holdsNothing(alter.id().kind())
        && renderer.alter(/* before= */ alter.after(), /* after= */ alter.before(), after, before)
            instanceof Alteration.Recreate;
  }

  private void collect(
      List<Change> changes,
      Set<ObjectId> forced,
      Recreation recreation,
      Replacing replacing,
      Growing growing) {
    forced.forEach(recreation::recreate);
    List<Change.Alter> alters = new ArrayList<>();
    for (Change change : changes) {
      switch (change) {
        case Change.Create create -> {
          creates.put(create.id(), new Action.Create(create.object()));
          recreateParent(create.object(), recreation);
        }
        case Change.Drop drop -> {
          recreateParent(drop.object(), recreation);
          drops.put(drop.id(), new Action.Drop(drop.object(), false));
          recreation.drop(drop.id());
        }
        case Change.Rename rename ->
            others.put(rename.id(), new Action.Rename(rename.from(), rename.to()));
        case Change.Alter alter -> {
          alters.add(alter);
          recreateParent(alter.before(), recreation);
          recreateParent(alter.after(), recreation);
          if (!forced.contains(alter.id()) && growing.columnOf(alter.id()) == null) {
            switch (renderer.alter(alter.before(), alter.after(), before, after)) {
              case Alteration.Recreate recreate -> {
                if (growing.grown().contains(alter.id())) {
                  break;
                }
                if (replacing.isReplaced(alter)) {
                  replaces.put(alter.id(), new Action.Replace(alter.before(), alter.after()));
                  replacing.partsOf(alter.id()).forEach(recreation::recreate);
                } else {
                  recreation.recreate(alter.id());
                }
              }
              case Alteration.InPlace inPlace -> {
                if (inPlace.disturbs() && !growing.grown().contains(alter.id())) {
                  recreation.disturb(alter.id());
                }
              }
            }
          }
        }
      }
    }
    grown.addAll(growing.grown());
    grownWithin.putAll(growing.within());
    for (ObjectId id : recreation.found()) {
      drops.put(id, new Action.Drop(require(before, id), true));
      creates.put(id, new Action.Create(require(after, id)));
    }
    recreation.notRenamed().forEach(this::createUnderItsName);
    for (ObjectId id : recreation.replaced()) {
      drops.remove(id);
      DatabaseObject type = require(before, id);
      ObjectId aside = renderer.aside(id, before, after);
      asides.put(id, new Action.SetAside(type, aside));
      dropsOfAsides.put(id, new Action.DropAside(type, aside));
    }
    for (ObjectId id : recreation.converted()) {
      if (require(before, id) instanceof Column column) {
        converts.put(id, new Action.Convert(column));
      }
    }
    replaces.keySet().removeAll(creates.keySet());
    for (Change.Alter alter : alters) {
      if (growing.columnOf(alter.id()) == null
          && !creates.containsKey(alter.id())
          && !replaces.containsKey(alter.id())) {
        others.put(alter.id(), new Action.Alter(alter.before(), alter.after()));
      }
    }
  }

  /** Not renamed, but dropped and created, with what is said about it. */
  private void createUnderItsName(ObjectId from, ObjectId to) {
    others.remove(from);
    drops.put(from, new Action.Drop(require(before, from), true));
    creates.put(to, new Action.Create(require(after, to)));
    before.partsOf(from).forEach(part -> drops.put(part.id(), new Action.Drop(part, true)));
    after.partsOf(to).forEach(part -> creates.put(part.id(), new Action.Create(part)));
  }

  private void recreateParent(DatabaseObject part, Recreation recreation) {
    ObjectId parent = part.parent();
    if (parent != null && renderer.needsNewParent(part, before, after)) {
      recreation.recreate(parent);
    }
  }

  private void joinParts() {
    new TypedTables(before, after).join(creates, drops, others, changedWithin);
    inheriting = new Inheriting(before, after, creates.keySet(), drops.keySet());
    joinInherited(inheriting);
    joinConverted(inheriting);
    for (ObjectId id : List.copyOf(creates.keySet())) {
      Action.Create part = creates.get(id);
      if (part == null) {
        continue;
      }
      Action.Create whole = wholeOf(part.object(), creates);
      if (whole != null
          && !whole.id().equals(id)
          && renderer.createdWithin(part.object(), whole.object())) {
        join(part, whole);
      }
    }
    creates.values().forEach(create -> sortColumns(create));
    dropInherited(inheriting);
    for (ObjectId id : List.copyOf(drops.keySet())) {
      Action.Drop part = drops.get(id);
      if (part == null || inheriting.mustDetach(part.object())) {
        continue;
      }
      Action.Drop whole = null;
      DatabaseObject link = part.object();
      for (ObjectId up = link.parent(); up != null; ) {
        Action.Drop candidate = dropOf(up);
        DatabaseObject upper = before.find(up);
        if (candidate == null || upper == null || !renderer.droppedWith(link, upper)) {
          break;
        }
        whole = candidate;
        link = upper;
        up = upper.parent();
      }
      if (whole != null) {
        dropAlong(part, whole);
      }
      joinAside(part);
      joinAltered(part);
    }
    releaseColumns(inheriting);
    for (ObjectId id : List.copyOf(drops.keySet())) {
      if (id.kind() == Kind.SEQUENCE
          && before.find(ObjectId.about(Kind.SEQUENCE_OWNER, id)) instanceof SequenceOwner owner) {
        dropOwnedSequenceAlong(owner);
      }
    }
  }

  /** What the engine does to partitions by itself is no action of its own. */
  private void joinInherited(Inheriting inherited) {
    for (Action.Create part : List.copyOf(creates.values())) {
      ObjectId top = inherited.creatorOf(part.id());
      if (top == null) {
        top = inherited.bringerOf(part.object());
      }
      Action.Create whole = top == null ? null : creates.get(top);
      if (top != null && whole != null && !creates.containsKey(tableOf(top))) {
        join(part, whole);
      }
    }
    Set<ObjectId> changed = Set.copyOf(others.keySet());
    for (ObjectId id : changed) {
      ObjectId top = inherited.changerOf(id, changed);
      Action whole = top == null ? null : others.get(top);
      Action part = others.get(id);
      if (whole != null && part != null && whole.getClass() == part.getClass()) {
        others.remove(id);
        changedWithin.put(id, whole);
      }
    }
  }

  /** The engine converts the columns of partitions with those of their whole. */
  private void joinConverted(Inheriting inherited) {
    Set<ObjectId> converted = Set.copyOf(converts.keySet());
    for (ObjectId id : converted) {
      ObjectId top = inherited.changerOf(id, converted);
      if (top != null && !top.equals(id)) {
        converts.remove(id);
        convertedWithin.put(id, top);
      }
    }
  }

  private static ObjectId tableOf(ObjectId part) {
    return part.kind() == Kind.INHERITANCE
        ? part.subject()
        : new ObjectId(Kind.TABLE, part.path().subList(0, 2));
  }

  private void dropInherited(Inheriting inherited) {
    for (Action.Drop part : List.copyOf(drops.values())) {
      ObjectId detached = inherited.detacherOf(part.object());
      Action.Drop whole = detached == null ? null : drops.get(detached);
      if (whole != null) {
        dropAlong(part, whole);
      }
    }
    for (Action.Drop part : List.copyOf(drops.values())) {
      ObjectId top = inherited.dropperOf(part.id());
      if (top == null) {
        top = inherited.takerOf(part.object());
      }
      Action.Drop whole = top == null ? null : drops.get(top);
      if (whole != null) {
        dropAlong(part, whole);
      }
    }
  }

  /** A column becomes the table's own when what it came from goes, and is taken back with it. */
  private void releaseColumns(Inheriting inherited) {
    for (Action action : others.values()) {
      if (action instanceof Action.Alter alter
          && alter.before() instanceof Column old
          && alter.after() instanceof Column own
          && old.inherited()
          && !own.inherited()) {
        ObjectId releaser = inherited.releaserOf(old);
        Action.Drop drop = releaser == null ? null : dropOf(releaser);
        if (drop != null) {
          drop.released().add(alter);
          released.add(alter.id());
        }
      }
    }
  }

  /** Whether a column becomes the table's own by the action that drops what it came from. */
  boolean isReleased(ObjectId column) {
    return released.contains(column);
  }

  private void join(Action.Create part, Action.Create whole) {
    creates.remove(part.id());
    createdWithin.put(part.id(), whole);
    whole.within().add(part.object());
  }

  /**
   * What is said about a type goes when it is set aside; a part that is in nothing's way stays with
   * it until the end.
   */
  private void joinAside(Action.Drop part) {
    ObjectId parent = part.object().parent();
    Action.SetAside aside = parent == null ? null : asides.get(parent);
    Action.DropAside dropAside = parent == null ? null : dropsOfAsides.get(parent);
    if (aside == null || dropAside == null) {
      return;
    }
    if (part.id().kind().home() == Kind.Home.ABOUT) {
      drops.remove(part.id());
      partsOfAsides.put(part.id(), aside);
      aside.along().add(part.object());
    } else if (part.object() instanceof DomainConstraint check
        && check.validated()
        && before.dependencies().of(part.id()).stream().allMatch(this::stays)) {
      drops.remove(part.id());
      partsOfAsides.put(part.id(), aside);
      dropAside.along().add(part.object());
    }
  }

  /** With the identity of a column goes its sequence, and what is said about that. */
  private void joinAltered(Action.Drop part) {
    ObjectId column = part.object().parent();
    if (column != null
        && Identity.isAboutSequence(part.id(), column)
        && drops.containsKey(part.id())
        && others.get(column) instanceof Action.Alter alter
        && alter.after() instanceof Column now
        && now.identity() == null) {
      drops.remove(part.id());
      alter.along().add(part.object());
    }
  }

  private boolean stays(ObjectId need) {
    return dropping(need) == null && changing(need) == null;
  }

  private void dropAlong(Action.Drop part, Action.Drop whole) {
    drops.remove(part.id());
    droppedAlong.put(part.id(), whole);
    whole.along().add(part.object());
    whole.along().addAll(part.along());
    part.along().forEach(moved -> droppedAlong.put(moved.id(), whole));
  }

  /** The engine drops a sequence with the column that owns it. */
  private void dropOwnedSequenceAlong(SequenceOwner owner) {
    Action.Drop ofSequence = drops.get(owner.sequence());
    Action.Drop ofColumn = dropOf(owner.column());
    if (ofSequence != null && ofColumn != null && !ofSequence.id().equals(ofColumn.id())) {
      dropAlong(ofSequence, ofColumn);
    }
  }

  private Action.@Nullable Drop dropOf(ObjectId id) {
    Action.Drop drop = drops.get(id);
    return drop != null ? drop : droppedAlong.get(id);
  }

  /**
   * The created object that a part is written into: its parent, or its parent's parent for a
   * column's default.
   */
  private Action.@Nullable Create wholeOf(
      DatabaseObject part, Map<ObjectId, Action.Create> candidates) {
    ObjectId up = part.parent();
    while (up != null) {
      Action.Create whole = candidates.get(up);
      if (whole == null) {
        whole = createdWithin.get(up);
      }
      if (whole != null) {
        return whole;
      }
      DatabaseObject object = after.find(up);
      up = object == null ? null : object.parent();
    }
    return null;
  }

  private void sortColumns(Action.Create create) {
    create
        .within()
        .sort((a, b) -> {
          int byKind = a.id().kind().compareTo(b.id().kind());
          if (byKind != 0) {
            return byKind;
          }
          int byPlace = Integer.compare(after.placeOf(a.id()), after.placeOf(b.id()));
          return byPlace != 0 ? byPlace : a.id().compareTo(b.id());
        });
  }

  /** Every action once. */
  List<Action> all() {
    var all = new ArrayList<Action>(drops.values());
    all.addAll(asides.values());
    all.addAll(converts.values());
    all.addAll(dropsOfAsides.values());
    all.addAll(others.values());
    all.addAll(creates.values());
    all.addAll(replaces.values());
    return all;
  }

  /** The action that creates an object, be it within another; null when none does. */
  @Nullable Action creating(ObjectId id) {
    Action.Create create = creates.get(id);
    if (create == null) {
      create = createdWithin.get(id);
    }
    return create != null ? create : replaces.get(id);
  }

  /**
   * The action that drops an object, be it along with another, or sets it aside; null when none
   * does.
   */
  @Nullable Action dropping(ObjectId id) {
    Action.SetAside aside = asides.get(id);
    if (aside == null) {
      aside = partsOfAsides.get(id);
    }
    if (aside != null) {
      return aside;
    }
    Action.Drop drop = dropOf(id);
    return drop != null ? drop : replaces.get(id);
  }

  /** The action that sets a type aside; null when none does. */
  Action.@Nullable SetAside settingAside(ObjectId id) {
    return asides.get(id);
  }

  /** The action that drops a type that was set aside; null when none does. */
  Action.@Nullable DropAside droppingAside(ObjectId id) {
    return dropsOfAsides.get(id);
  }

  /** The action that converts a column to what took the place of its type; null when none does. */
  Action.@Nullable Convert converting(ObjectId id) {
    return converts.get(convertedWithin.getOrDefault(id, id));
  }

  /** The types that are set aside, with their names there. */
  Map<ObjectId, ObjectId> asides() {
    Map<ObjectId, ObjectId> names = new TreeMap<>();
    asides.forEach((id, action) -> names.put(id, action.aside()));
    return names;
  }

  /** The action that alters or renames an object; null when none does. */
  @Nullable Action changing(ObjectId id) {
    Action action = others.get(grownWithin.getOrDefault(id, id));
    return action != null ? action : changedWithin.get(id);
  }

  /** Whether a column's new type, or a type with its columns, comes beside the old one. */
  boolean growsBeside(ObjectId id) {
    return grown.contains(id);
  }

  /** Whether something new goes by itself when the way back drops something else that is new. */
  boolean goesBackByItself(ObjectId id) {
    return inheriting != null && inheriting.goesWithWhole(id);
  }

  /** The actions that rename something. */
  List<Action.Rename> renames() {
    return others.values().stream()
        .filter(Action.Rename.class::isInstance)
        .map(Action.Rename.class::cast)
        .toList();
  }

  private static DatabaseObject require(Catalog catalog, ObjectId id) {
    DatabaseObject object = catalog.find(id);
    if (object == null) {
      throw new IllegalStateException(id + " is not in the catalog");
    }
    return object;
  }
}
