package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.RoleMember;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/**
 * Memberships as SQL (manual: GRANT, REVOKE). Since 16 each option is said, because the member's
 * own attribute decides about what is not.
 */
final class RoleMemberSql implements ObjectSql<RoleMember> {

  @Override
  public List<Statement> create(RoleMember member, List<DatabaseObject> within) {
    String grant = "grant " + roles(member, " to ");
    return List.of(
        Statement.of(
            member.inherit() == null
                ? grant + (member.admin() ? " with admin option" : "")
                : grant
                    + " with admin "
                    + member.admin()
                    + ", inherit "
                    + member.inherit()
                    + ", set "
                    + member.set()));
  }

  @Override
  public List<Statement> drop(RoleMember member) {
    return List.of(Statement.of("revoke " + roles(member, " from ")));
  }

  @Override
  public Alteration alter(RoleMember before, RoleMember after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        after.inherit() == null && !after.admin()
            ? List.of(Statement.of("revoke admin option for " + roles(after, " from ")))
            : create(after, List.of()),
        false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static String roles(RoleMember member, String preposition) {
    return Quoting.identifier(member.role()) + preposition + Quoting.identifier(member.member());
  }
}
