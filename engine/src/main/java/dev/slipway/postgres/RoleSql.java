package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Role;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Roles as SQL, without passwords (manual: CREATE ROLE, ALTER ROLE). */
final class RoleSql implements ObjectSql<Role> {

  @Override
  public String systemCatalog() {
    return "pg_authid";
  }

  @Override
  public String target(ObjectId id) {
    return "role " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(Role role, List<DatabaseObject> within) {
    var fresh =
        new Role(
            role.id(), false, false, false, true, false, false, false, -1, null, List.of(),
            List.of());
    List<Statement> statements = new ArrayList<>();
    statements.add(Statement.of("create " + target(role.id()) + attributes(fresh, role)));
    statements.addAll(settings(fresh, role));
    return statements;
  }

  @Override
  public List<Statement> drop(Role role) {
    return List.of(Statement.of("drop " + target(role.id())));
  }

  @Override
  public Alteration alter(Role before, Role after, Catalog from, Catalog to) {
    List<Statement> statements = new ArrayList<>();
    String attributes = attributes(before, after);
    if (!attributes.isEmpty()) {
      statements.add(Statement.of("alter " + target(after.id()) + attributes));
    }
    statements.addAll(settings(before, after));
    return new Alteration.InPlace(statements, false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(Statement.of("alter " + target(from) + " rename to " + Quoting.name(to)));
  }

  @Override
  public @Nullable String loss(Role before, @Nullable Role after) {
    return after == null
        ? "Whoever logs in as the "
            + before.id()
            + ", or is a member of it, loses access; its password and its members elsewhere do not"
            + " come back. The server refuses while it owns anything or has privileges in any"
            + " database of the cluster, and says in which."
        : null;
  }

  private static String attributes(Role before, Role after) {
    var words = new StringBuilder();
    flag(words, "superuser", before.superuser(), after.superuser());
    flag(words, "createdb", before.createdb(), after.createdb());
    flag(words, "createrole", before.createrole(), after.createrole());
    flag(words, "inherit", before.inherit(), after.inherit());
    flag(words, "login", before.login(), after.login());
    flag(words, "replication", before.replication(), after.replication());
    flag(words, "bypassrls", before.bypassrls(), after.bypassrls());
    if (before.connections() != after.connections()) {
      words.append(" connection limit ").append(after.connections());
    }
    if (!Objects.equals(before.validUntil(), after.validUntil())) {
      String until = after.validUntil();
      words.append(" valid until ").append(Quoting.literal(until == null ? "infinity" : until));
    }
    return words.toString();
  }

  private static void flag(StringBuilder words, String word, boolean before, boolean after) {
    if (before != after) {
      words.append(after ? " " : " no").append(word);
    }
  }

  private static List<Statement> settings(Role before, Role after) {
    String role = Quoting.name(after.id());
    List<Statement> statements =
        new ArrayList<>(
            RoleSettings.change(role, before.settings(), after.settings(), /* here= */ false));
    statements.addAll(
        RoleSettings.change(role, before.settingsHere(), after.settingsHere(), /* here= */ true));
    return statements;
  }
}
