package dev.slipway.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The immutable model of a database's objects in canonical order.
 *
 * <p>Two catalogs are equal when their objects are. Beside the objects a catalog carries what the
 * engine said about them but what no migration changes by itself: their {@link #dependencies()
 * dependencies}, the order of columns, and the types of the columns of views.
 */
public final class Catalog {

  private final Engine engine;
  private final Map<ObjectId, DatabaseObject> objects;
  private final Dependencies dependencies;
  private final Map<ObjectId, List<String>> columns;
  private final Map<ObjectId, List<String>> viewTypes;
  private final Seen seen;
  private final Map<ObjectId, List<ObjectId>> inheritors = new HashMap<>();
  private final Map<ObjectId, Map<String, Integer>> places = new ConcurrentHashMap<>();
  private final Map<ObjectId, List<DatabaseObject>> parts = new HashMap<>();
  private volatile @Nullable Fingerprint fingerprint;

  /**
   * @param engine the engine it was read from
   * @param objects the objects in any order
   * @param dependencies which object needs which
   * @param columns the names of the columns of each table, in their order
   * @throws IllegalArgumentException when two objects have the same identity
   */
  public Catalog(
      Engine engine,
      Iterable<? extends DatabaseObject> objects,
      Dependencies dependencies,
      Map<ObjectId, List<String>> columns) {
    this(engine, objects, dependencies, columns, Map.of(), Seen.nothing());
  }

  /**
   * @param engine the engine it was read from
   * @param objects the objects in any order
   * @param dependencies which object needs which
   * @param columns the names of the columns of each table, in their order
   * @param viewTypes the types of the columns of each view, in their order
   * @param seen what was seen beside them
   * @throws IllegalArgumentException when two objects have the same identity
   */
  public Catalog(
      Engine engine,
      Iterable<? extends DatabaseObject> objects,
      Dependencies dependencies,
      Map<ObjectId, List<String>> columns,
      Map<ObjectId, List<String>> viewTypes,
      Seen seen) {
    this.engine = engine;
    this.viewTypes = Canonical.map(viewTypes);
    this.seen = seen;
    List<DatabaseObject> all = Canonical.objects(objects);
    this.objects = LinkedHashMap.newLinkedHashMap(all.size());
    for (DatabaseObject object : all) {
      if (this.objects.put(object.id(), object) != null) {
        throw new IllegalArgumentException("two objects have the identity " + object.id());
      }
    }
    this.dependencies = dependencies;
    this.columns = Canonical.map(columns);
    for (DatabaseObject object : this.objects.values()) {
      if (object instanceof Partition partition) {
        inheritors.computeIfAbsent(partition.of(), key -> new ArrayList<>()).add(partition.table());
      } else if (object instanceof Inheritance inheritance) {
        inheritors
            .computeIfAbsent(inheritance.of(), key -> new ArrayList<>())
            .add(inheritance.table());
      }
      ObjectId parent = object.parent();
      if (parent != null) {
        parts.computeIfAbsent(parent, key -> new ArrayList<>()).add(object);
      }
    }
  }

  /** A catalog without objects. */
  public static Catalog empty(Engine engine) {
    return new Catalog(engine, List.of(), Dependencies.none(), Map.of());
  }

  /** The engine it was read from. */
  public Engine engine() {
    return engine;
  }

  /** Every object in canonical order. */
  public Iterable<DatabaseObject> objects() {
    return Collections.unmodifiableCollection(objects.values());
  }

  /** How many objects it has. */
  public int size() {
    return objects.size();
  }

  /** The object of an identity, or null. */
  public @Nullable DatabaseObject find(ObjectId id) {
    return objects.get(id);
  }

  /** Whether it has the object. */
  public boolean has(ObjectId id) {
    return objects.containsKey(id);
  }

  /** Every object of one type in canonical order. */
  public <T extends DatabaseObject> List<T> all(Class<T> type) {
    return objects.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** What has the object as its parent, in canonical order. */
  public List<DatabaseObject> partsOf(ObjectId id) {
    return Collections.unmodifiableList(parts.getOrDefault(id, List.of()));
  }

  /** The partitions of a table, and the tables that inherit from it, one level down. */
  public List<ObjectId> inheritorsOf(ObjectId table) {
    return Collections.unmodifiableList(inheritors.getOrDefault(table, List.of()));
  }

  /** The columns of a table in the table's own order. */
  public List<Column> columnsOf(ObjectId table) {
    return partsOf(table).stream()
        .filter(Column.class::isInstance)
        .map(Column.class::cast)
        .sorted(Comparator.comparingInt(column -> placeOf(column.id())))
        .toList();
  }

  /** Where a column stands in its table, from 0; -1 for what is no column of the catalog. */
  public int placeOf(ObjectId column) {
    if (column.kind() != Kind.COLUMN) {
      return -1;
    }
    ObjectId table = ObjectId.of(Kind.TABLE, column.path().get(0), column.path().get(1));
    return places
        .computeIfAbsent(table, key -> numbered(columns.getOrDefault(key, List.of())))
        .getOrDefault(column.name(), -1);
  }

  private static Map<String, Integer> numbered(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String name : names) {
      numbers.put(name, numbers.size());
    }
    return numbers;
  }

  /** The names of the columns of each table in the table's own order. */
  public Map<ObjectId, List<String>> columnOrder() {
    return columns;
  }

  /**
   * The types of the columns of each view that is not materialized, in the view's own order: with
   * their modifiers, and with the collation where it is not the type's. They follow from the query
   * and from what it reads, so they are not compared.
   */
  public Map<ObjectId, List<String>> viewTypes() {
    return viewTypes;
  }

  /** Which object needs which. */
  public Dependencies dependencies() {
    return dependencies;
  }

  /** What was seen when it was read, but is no part of it. */
  public Seen seen() {
    return seen;
  }

  /** The same catalog for which something else was seen. */
  public Catalog having(Seen other) {
    return new Catalog(engine, objects.values(), dependencies, columns, viewTypes, other);
  }

  /** The fingerprint of its objects; computed once. */
  public Fingerprint fingerprint() {
    Fingerprint known = fingerprint;
    if (known == null) {
      known = CatalogJson.fingerprint(this);
      fingerprint = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Catalog that && engine == that.engine && objects.equals(that.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
  }

  @Override
  public String toString() {
    return objects.size() + " objects, " + fingerprint().brief();
  }
}
