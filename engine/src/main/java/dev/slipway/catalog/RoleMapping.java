package dev.slipway.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Roles by the names that they have elsewhere: what one environment calls {@code shop_app}, another
 * one may call {@code staging_app}.
 *
 * <p>What becomes of several roles that get one name is that of all of them together. Texts are
 * left alone: the body of a function that names a role names the same one afterwards.
 *
 * @param names the new names by the old ones; a role that is not named keeps its own
 */
public record RoleMapping(Map<String, String> names) {

  /** Copies the names. */
  public RoleMapping {
    names = Map.copyOf(names);
  }

  /** The name of a role. */
  public String of(String role) {
    return names.getOrDefault(role, role);
  }

  /** A catalog with the new names; roles themselves that get another name are not created in it. */
  public Catalog of(Catalog catalog) {
    if (names.isEmpty()) {
      return catalog;
    }
    Map<ObjectId, ObjectId> ids = new LinkedHashMap<>();
    Map<ObjectId, DatabaseObject> objects = new LinkedHashMap<>();
    for (DatabaseObject object : catalog.objects()) {
      DatabaseObject mapped = of(object);
      if (mapped != null) {
        ids.put(object.id(), mapped.id());
        objects.merge(mapped.id(), mapped, RoleMapping::together);
      }
    }
    Map<ObjectId, Set<ObjectId>> needs = new LinkedHashMap<>();
    catalog
        .dependencies()
        .asMap()
        .forEach((id, needed) -> {
          ObjectId mapped = ids.get(id);
          if (mapped != null) {
            Set<ObjectId> all = needs.computeIfAbsent(mapped, any -> new TreeSet<>());
            needed.stream().filter(ids::containsKey).map(ids::get).forEach(all::add);
          }
        });
    return new Catalog(
        catalog.engine(),
        objects.values(),
        Dependencies.of(needs),
        catalog.columnOrder(),
        catalog.viewTypes(),
        catalog.seen());
  }

  private @Nullable DatabaseObject of(DatabaseObject object) {
    ObjectId id = object.id();
    if (object instanceof Role || isAboutRole(id)) {
      String name = object instanceof Role ? id.name() : id.path().get(1);
      return names.containsKey(name) ? null : object;
    } else if (object instanceof RoleMember member) {
      String role = of(member.role());
      String other = of(member.member());
      return role.equals(other)
          ? null
          : new RoleMember(
              ObjectId.of(Kind.ROLE_MEMBER, role, other),
              role,
              other,
              member.admin(),
              member.inherit(),
              member.set());
    } else if (object instanceof Owner owner) {
      return new Owner(id, owner.on(), of(owner.role()));
    } else if (object instanceof SequenceOwner owner && owner.role() != null) {
      return new SequenceOwner(id, owner.sequence(), owner.column(), of(owner.role()));
    } else if (object instanceof Grant grant) {
      return new Grant(
          lastMapped(id),
          grant.on(),
          of(grant.role()),
          grant.privileges(),
          grant.grantable(),
          grant.owner() == null ? null : of(grant.owner()),
          grant.given());
    } else if (object instanceof DefaultPrivileges given) {
      return new DefaultPrivileges(
          DefaultPrivileges.id(of(given.role()), given.schema(), given.on(), of(given.grantee())),
          of(given.role()),
          given.schema(),
          given.on(),
          of(given.grantee()),
          given.privileges(),
          given.grantable(),
          given.usual());
    } else if (object instanceof Policy policy) {
      return new Policy(
          id,
          policy.permissive(),
          policy.command(),
          List.copyOf(new TreeSet<>(policy.roles().stream().map(this::of).toList())),
          policy.using(),
          policy.check());
    } else if (object instanceof UserMapping mapping) {
      return new UserMapping(lastMapped(id), mapping.server(), of(mapping.role()));
    }
    return object;
  }

  private static boolean isAboutRole(ObjectId id) {
    return id.kind().home() == Kind.Home.ABOUT && id.path().getFirst().equals(Kind.ROLE.name());
  }

  private ObjectId lastMapped(ObjectId id) {
    List<String> path = new ArrayList<>(id.path());
    path.set(path.size() - 1, of(path.getLast()));
    return new ObjectId(id.kind(), path);
  }

  private static DatabaseObject together(DatabaseObject one, DatabaseObject other) {
    if (one instanceof Grant first && other instanceof Grant second) {
      return new Grant(
          first.id(),
          first.on(),
          first.role(),
          union(first.privileges(), second.privileges()),
          union(first.grantable(), second.grantable()),
          first.owner(),
          first.given());
    } else if (one instanceof DefaultPrivileges first
        && other instanceof DefaultPrivileges second) {
      return new DefaultPrivileges(
          first.id(),
          first.role(),
          first.schema(),
          first.on(),
          first.grantee(),
          union(first.privileges(), second.privileges()),
          union(first.grantable(), second.grantable()),
          first.usual());
    }
    return one;
  }

  private static List<String> union(List<String> one, List<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }
}
