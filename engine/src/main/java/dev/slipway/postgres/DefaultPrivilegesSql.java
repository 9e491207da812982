package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.DefaultPrivileges;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Default privileges as SQL (manual: ALTER DEFAULT PRIVILEGES).
 *
 * <p>They are taken away before anything is created and given after everything is, so that what a
 * plan creates has no more than what it says: hence never altered in place. What takes away from
 * the platform's is the other way round.
 */
final class DefaultPrivilegesSql implements ObjectSql<DefaultPrivileges> {

  @Override
  public List<Statement> create(DefaultPrivileges privileges, List<DatabaseObject> within) {
    var wanted = new Privileges(privileges.privileges(), privileges.grantable());
    if (!isOfAllSchemasForOwner(privileges)) {
      return change(privileges, usual(privileges), wanted);
    }
    var statements = new ArrayList<Statement>();
    statements.add(tell(privileges, "revoke all", "from", ""));
    statements.addAll(change(privileges, Privileges.of(List.of()), wanted));
    return statements;
  }

  @Override
  public List<Statement> drop(DefaultPrivileges privileges) {
    return isOfAllSchemasForOwner(privileges)
        ? List.of(tell(privileges, "grant all", "to", ""))
        : change(
            privileges,
            new Privileges(privileges.privileges(), privileges.grantable()),
            usual(privileges));
  }

  @Override
  public Alteration alter(
      DefaultPrivileges before, DefaultPrivileges after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  /** Only then the owner has something to lose. */
  private static boolean isOfAllSchemasForOwner(DefaultPrivileges privileges) {
    return privileges.schema() == null && privileges.grantee().equals(Grant.OWNER);
  }

  /** What the server gives; nothing for a single schema, where privileges are only added. */
  private static Privileges usual(DefaultPrivileges privileges) {
    if (!privileges.usual().isEmpty()) {
      return Privileges.of(privileges.usual());
    }
    boolean everyone = privileges.schema() == null && privileges.grantee().equals("public");
    return Privileges.of(
        everyone && privileges.on().equals("routines")
            ? List.of("EXECUTE")
            : everyone && privileges.on().equals("types") ? List.of("USAGE") : List.of());
  }

  private static List<Statement> change(
      DefaultPrivileges privileges, Privileges before, Privileges after) {
    return before.to(
        after,
        what -> tell(privileges, "revoke " + what, "from", ""),
        what -> tell(privileges, "grant " + what, "to", ""),
        what -> tell(privileges, "grant " + what, "to", " with grant option"),
        list ->
            list.stream().map(p -> p.toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")));
  }

  private static Statement tell(
      DefaultPrivileges privileges, String verb, String preposition, String option) {
    String role =
        privileges.role().equals(Grant.OWNER)
            ? "current_user"
            : Quoting.identifier(privileges.role());
    return Statement.of(
        "alter default privileges"
            + (privileges.role().equals(Grant.OWNER) ? "" : " for role " + role)
            + (privileges.schema() == null
                ? ""
                : " in schema " + Quoting.identifier(privileges.schema()))
            + " "
            + verb
            + " on "
            + privileges.on()
            + " "
            + preposition
            + " "
            + (privileges.grantee().equals(Grant.OWNER)
                ? role
                : Quoting.identifier(privileges.grantee()))
            + option);
  }
}
