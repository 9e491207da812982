package dev.slipway.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Some objects of one or more catalogs, and the catalogs that consist of them alone. */
public final class Selection {

  private final List<Catalog> catalogs;
  private final Set<ObjectId> ids = new HashSet<>();

  /**
   * An empty one.
   *
   * @param catalogs where objects are looked for
   */
  public Selection(Catalog... catalogs) {
    this.catalogs = List.of(catalogs);
  }

  /** Whether an object is selected. */
  public boolean has(ObjectId id) {
    return ids.contains(id);
  }

  /** How many objects are selected. */
  public int size() {
    return ids.size();
  }

  /** Selects an object; false when it was. */
  public boolean add(ObjectId id) {
    return ids.add(id);
  }

  /** Selects everything that depends on some objects or on their parts, and those parts. */
  public void addDependents(Collection<ObjectId> of) {
    Deque<ObjectId> open = new ArrayDeque<>(of);
    while (!open.isEmpty()) {
      ObjectId id = open.removeFirst();
      for (Catalog catalog : catalogs) {
        catalog.dependencies().dependentsOf(id).stream().filter(ids::add).forEach(open::add);
        catalog.partsOf(id).stream().map(DatabaseObject::id).filter(ids::add).forEach(open::add);
      }
    }
  }

  /** Selects whatever the selected objects can't be without, or would be others without. */
  public void addNeeds() {
    Deque<ObjectId> open = new ArrayDeque<>(ids);
    while (!open.isEmpty()) {
      ObjectId id = open.removeFirst();
      for (Catalog catalog : catalogs) {
        DatabaseObject object = catalog.find(id);
        if (object != null) {
          List<ObjectId> more = new ArrayList<>(catalog.dependencies().of(id));
          ObjectId parent = object.parent();
          if (parent != null) {
            more.add(parent);
          }
          catalog.partsOf(id).stream()
              .filter(Selection::isEssential)
              .map(DatabaseObject::id)
              .forEach(more::add);
          more.stream().filter(ids::add).forEach(open::add);
        }
      }
    }
  }

  /** Whether the object that has it would be another without this part. */
  private static boolean isEssential(DatabaseObject part) {
    return part.id().kind().home() == Kind.Home.ABOUT
        || part instanceof Column
        || part instanceof DomainConstraint
        || (part instanceof Constraint constraint && constraint.type() == Constraint.Type.CHECK);
  }

  /** A catalog of the selected objects of a catalog. */
  public Catalog of(Catalog catalog) {
    List<DatabaseObject> objects = new ArrayList<>();
    Map<ObjectId, Set<ObjectId>> needs = new LinkedHashMap<>();
    for (DatabaseObject object : catalog.objects()) {
      if (ids.contains(object.id())) {
        objects.add(object);
        needs.put(object.id(), catalog.dependencies().of(object.id()));
      }
    }
    return new Catalog(
        catalog.engine(),
        objects,
        Dependencies.of(needs),
        among(catalog.columnOrder()),
        among(catalog.viewTypes()),
        catalog.seen());
  }

  /**
   * A catalog in which the selected objects are as in another one: what it has of them instead of
   * what the catalog has.
   *
   * @param catalog whose objects stay where they are not selected
   * @param other where the selected ones are taken from; it has no others
   */
  public Catalog replacing(Catalog catalog, Catalog other) {
    List<DatabaseObject> objects = new ArrayList<>();
    Map<ObjectId, Set<ObjectId>> needs = new LinkedHashMap<>();
    for (DatabaseObject object : catalog.objects()) {
      if (!ids.contains(object.id())) {
        objects.add(object);
        needs.put(object.id(), catalog.dependencies().of(object.id()));
      }
    }
    for (DatabaseObject object : other.objects()) {
      objects.add(object);
      needs.put(object.id(), other.dependencies().of(object.id()));
    }
    return new Catalog(
        catalog.engine(),
        objects,
        Dependencies.of(needs),
        replaced(catalog.columnOrder(), other.columnOrder()),
        replaced(catalog.viewTypes(), other.viewTypes()),
        other.seen());
  }

  private <T> Map<ObjectId, T> among(Map<ObjectId, T> all) {
    Map<ObjectId, T> found = new LinkedHashMap<>();
    all.forEach((id, value) -> {
      if (ids.contains(id)) {
        found.put(id, value);
      }
    });
    return found;
  }

  private <T> Map<ObjectId, T> replaced(Map<ObjectId, T> all, Map<ObjectId, T> others) {
    Map<ObjectId, T> found = new LinkedHashMap<>(all);
    found.keySet().removeIf(ids::contains);
    found.putAll(others);
    return found;
  }
}
