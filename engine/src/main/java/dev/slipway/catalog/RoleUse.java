package dev.slipway.catalog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which roles an object names: those that must be there before it, and stay as long as it. */
public final class RoleUse {

  private RoleUse() {}

  /** Whether a name stands for whoever it is, or is a role of the server's own. */
  public static boolean isNoRole(String name) {
    return name.equalsIgnoreCase("public")
        || name.startsWith("pg_")
        || name.equalsIgnoreCase("current_user")
        || name.equalsIgnoreCase("session_user")
        || name.equalsIgnoreCase("current_role");
  }

  /** The names of the roles; also {@code public} and the like, which no role can be called. */
  public static Set<String> of(DatabaseObject object) {
    Set<String> names = new TreeSet<>();
    if (object instanceof RoleMember member) {
      names.addAll(List.of(member.role(), member.member()));
    } else if (object instanceof Owner owner) {
      names.add(owner.role());
    } else if (object instanceof SequenceOwner owner && owner.role() != null) {
      names.add(owner.role());
    } else if (object instanceof Grant grant) {
      names.add(grant.role());
      if (grant.owner() != null) {
        names.add(grant.owner());
      }
    } else if (object instanceof DefaultPrivileges privileges) {
      names.addAll(List.of(privileges.role(), privileges.grantee()));
    } else if (object instanceof Policy policy) {
      names.addAll(policy.roles());
    } else if (object instanceof UserMapping mapping) {
      names.add(mapping.role());
    }
    return names;
  }
}
