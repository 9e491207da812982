package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Policy;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Policies as SQL (manual: CREATE, ALTER and DROP POLICY); each locks the table whole. */
final class PolicySql implements ObjectSql<Policy> {

  @Override
  public String systemCatalog() {
    return "pg_policy";
  }

  @Override
  public String target(ObjectId id) {
    return "policy " + Quoting.name(id) + " on " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(Policy policy, List<DatabaseObject> within) {
    var sql = new StringBuilder("create policy ").append(named(policy.id()));
    if (!policy.permissive()) {
      sql.append(" as restrictive");
    }
    if (!policy.command().equals("ALL")) {
      sql.append(" for ").append(policy.command().toLowerCase(Locale.ROOT));
    }
    sql.append(" to ").append(Quoting.identifiers(policy.roles()));
    if (policy.using() != null) {
      sql.append(" using (").append(policy.using()).append(')');
    }
    if (policy.check() != null) {
      sql.append(" with check (").append(policy.check()).append(')');
    }
    return List.of(Statement.of(sql.toString(), lock(policy.id())));
  }

  @Override
  public List<Statement> drop(Policy policy) {
    return List.of(Statement.of("drop policy " + named(policy.id()), lock(policy.id())));
  }

  /**
   * The server can neither change what a policy is for nor take a condition away; adding one would
   * have no way back.
   */
  @Override
  public Alteration alter(Policy before, Policy after, Catalog from, Catalog to) {
    if (before.permissive() != after.permissive()
        || !before.command().equals(after.command())
        || (before.using() == null) != (after.using() == null)
        || (before.check() == null) != (after.check() == null)) {
      return new Alteration.Recreate();
    }
    var sql = new StringBuilder("alter policy ").append(named(after.id()));
    if (!before.roles().equals(after.roles())) {
      sql.append(" to ").append(Quoting.identifiers(after.roles()));
    }
    if (!Objects.equals(before.using(), after.using())) {
      sql.append(" using (").append(after.using()).append(')');
    }
    if (!Objects.equals(before.check(), after.check())) {
      sql.append(" with check (").append(after.check()).append(')');
    }
    return new Alteration.InPlace(List.of(Statement.of(sql.toString(), lock(after.id()))), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of("alter policy " + named(from) + " rename to " + Quoting.name(to), lock(from)));
  }

  private static Lock lock(ObjectId policy) {
    return new Lock(LockMode.ACCESS_EXCLUSIVE, Tables.of(policy));
  }

  private static String named(ObjectId policy) {
    return Quoting.name(policy) + " on " + Quoting.qualified(policy);
  }
}
