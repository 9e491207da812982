package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Publication;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.RoleUse;
import dev.slipway.catalog.Seen;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Scope;
import dev.slipway.plan.Parking;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A catalog while it is read: the objects found, and where the server keeps them.
 *
 * <p>The server names an object by an address: the system catalog that holds it, its oid there, and
 * for a column its number (PostgreSQL manual, 53.18 pg_depend). Readers tell the address of each
 * object, and of what the server keeps apart but the catalog does not, such as the rule behind a
 * view.
 */
final class Reading {

  private static final ObjectId PUBLIC = ObjectId.of(Kind.SCHEMA, "public");

  /**
   * Where the server keeps an object.
   *
   * @param catalog the system catalog, such as {@code pg_class}
   * @param oid the oid there
   * @param number the number of a column; else 0
   */
  record Address(String catalog, long oid, int number) {}

  private final Connection connection;
  private final Scope scope;
  private final int serverVersion;
  private final List<DatabaseObject> objects = new ArrayList<>();
  private final Map<Address, ObjectId> ids = new HashMap<>();
  private final Map<ObjectId, Set<ObjectId>> needs = new HashMap<>();
  private final Map<ObjectId, List<String>> columns = new HashMap<>();
  private final Map<ObjectId, List<String>> viewTypes = new HashMap<>();
  private final Set<Address> members = new HashSet<>();
  private final Map<Address, ObjectId> hosts = new HashMap<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Map<ObjectId, String> owners = new TreeMap<>();

  Reading(Connection connection, Scope scope, int serverVersion) {
    this.connection = connection;
    this.scope = scope;
    this.serverVersion = serverVersion;
  }

  /** The connection, within the snapshot. */
  Connection connection() {
    return connection;
  }

  /** The major version of the server, such as 17. */
  int serverVersion() {
    return serverVersion;
  }

  /** Whether objects of a schema are read at all. */
  boolean reads(String schema) {
    return !scope.schemas().contains(schema);
  }

  /** Whether parts that the user added to the platform's objects of a schema are read. */
  boolean readsParts(String schema) {
    return scope.shared().contains(schema);
  }

  /** What is left out. */
  Scope scope() {
    return scope;
  }

  /** Whether an object is parked, where such are not asked for. */
  boolean passesOver(ObjectId id) {
    return Parking.isParked(id) && !scope.compares(Compared.OURS);
  }

  /** Whether an object is left out by its identity or its name. */
  boolean leavesOut(ObjectId id) {
    return scope.leavesOut(id);
  }

  /** Says that an object which is left out can have parts that are not. */
  void host(Address address, ObjectId id) {
    hosts.put(address, id);
  }

  /** Says that an extension owns what is at an address. */
  void member(Address address) {
    members.add(address);
  }

  /** Whether an extension owns what is at an address. */
  boolean isMember(Address address) {
    return members.contains(address);
  }

  /**
   * Adds an object unless it is out of scope, parked or owned by an extension; the address is known
   * only when it was added.
   */
  void add(DatabaseObject object, Address address) {
    if (members.contains(address) || passesOver(object.id())) {
      return;
    }
    if (scope.leavesOut(object.id())) {
      if (object instanceof Publication) {
        host(address, object.id());
      }
      return;
    }
    objects.add(object);
    ids.putIfAbsent(address, object.id());
  }

  /** Adds an object that the server keeps within another and gives no address. */
  void add(DatabaseObject object) {
    if (!scope.leavesOut(object.id())) {
      objects.add(object);
    }
  }

  /**
   * Adds a type with all the oids that the server gives it beside its own, such as the one of the
   * type of its arrays.
   */
  void addType(DatabaseObject type, long oid, List<Address> further) {
    var address = new Address("pg_type", oid, 0);
    add(type, address);
    if (type.id().equals(ids.get(address))) {
      further.forEach(other -> alias(other, type.id()));
    }
  }

  /** Says that the server keeps part of an object at a further address. */
  void alias(Address address, ObjectId id) {
    ids.put(address, id);
  }

  /** The object at an address, or null when it is none of the catalog's. */
  @Nullable ObjectId at(String catalog, long oid, int number) {
    ObjectId id = ids.get(new Address(catalog, oid, number));
    return id != null || number == 0 ? id : ids.get(new Address(catalog, oid, 0));
  }

  /** The same, or one of the platform's that can have parts of the user's. */
  @Nullable ObjectId atOrHost(String catalog, long oid) {
    ObjectId id = at(catalog, oid, 0);
    return id != null ? id : hosts.get(new Address(catalog, oid, 0));
  }

  /** Says that an object is left out because the user allowed it to be there. */
  void leftOut(String name) {
    leftOut.add(name);
  }

  /** Says that another role than the reading one owns an object, where that is not compared. */
  void ownedBy(ObjectId id, String role) {
    owners.put(id, role);
  }

  /** Whether an object of a kind was read. */
  boolean has(Kind kind) {
    return objects.stream().anyMatch(object -> object.id().kind() == kind);
  }

  /** Says that one object needs another. */
  void needs(ObjectId dependent, ObjectId other) {
    if (!dependent.equals(other)) {
      needs.computeIfAbsent(dependent, key -> new HashSet<>()).add(other);
    }
  }

  /** Says in which order a table's columns stand. */
  void columnsOf(ObjectId table, List<String> names) {
    columns.put(table, names);
  }

  /** Says of which types a view's columns are. */
  void viewTypes(ObjectId view, List<String> types) {
    viewTypes.put(view, types);
  }

  /**
   * What was read. Objects whose parent is out of scope are left out with it; the schema public is
   * no object, but what is said about it is kept, as are the user's parts of the platform's.
   */
  Catalog toCatalog() {
    Set<ObjectId> present = new HashSet<>();
    var outside = new HashSet<>(hosts.values());
    outside.add(PUBLIC);
    objects.forEach(object -> present.add(object.id()));
    boolean changed = true;
    while (changed) {
      changed =
          objects.removeIf(object -> {
            ObjectId parent = object.parent();
            return parent != null
                && !present.contains(parent)
                && !outside.contains(parent)
                && present.remove(object.id());
          });
    }
    boolean comparesRoles = scope.compares(Compared.ROLES);
    Map<ObjectId, Set<ObjectId>> known = new HashMap<>();
    for (DatabaseObject object : objects) {
      var kept = new HashSet<>(needs.getOrDefault(object.id(), Set.of()));
      kept.retainAll(present);
      if (comparesRoles) {
        RoleUse.of(object).stream().map(Role::id).filter(present::contains).forEach(kept::add);
        kept.remove(object.id());
      }
      if (object.parent() != null) {
        kept.remove(object.parent());
      }
      known.put(object.id(), kept);
    }
    columns.keySet().retainAll(present);
    viewTypes.keySet().retainAll(present);
    return new Catalog(
        Engine.POSTGRESQL,
        objects,
        Dependencies.of(known),
        columns,
        viewTypes,
        new Seen(leftOut, owners, scope.exposed()));
  }
}
