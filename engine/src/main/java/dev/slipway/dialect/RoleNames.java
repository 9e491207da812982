package dev.slipway.dialect;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Role;
import dev.slipway.catalog.RoleMember;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The roles of a cluster that are compared: those that a definition or a migration creates. All
 * others are somebody else's.
 *
 * @param roles their names
 * @param members further roles that are named as members of those
 */
public record RoleNames(Set<String> roles, Set<String> members) {

  /** Copies the names. */
  public RoleNames {
    roles = Set.copyOf(roles);
    members = Set.copyOf(members);
  }

  /** What catalogs name. */
  public static RoleNames of(List<Catalog> catalogs) {
    Set<String> roles = new HashSet<>();
    Set<String> members = new HashSet<>();
    for (Catalog catalog : catalogs) {
      catalog.all(Role.class).forEach(role -> roles.add(role.id().name()));
      catalog.all(RoleMember.class).forEach(member -> members.add(member.member()));
    }
    return new RoleNames(roles, members);
  }
}
