package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Owner;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;

/** Owners as SQL (manual: ALTER TABLE … OWNER TO, and likewise for each kind). */
final class OwnerSql implements ObjectSql<Owner> {

  @Override
  public List<Statement> create(Owner owner, List<DatabaseObject> within) {
    return List.of(tell(owner, Quoting.identifier(owner.role())));
  }

  @Override
  public List<Statement> drop(Owner owner) {
    boolean isPublic = owner.on().equals(ObjectId.of(Kind.SCHEMA, "public"));
    return List.of(tell(owner, isPublic ? "pg_database_owner" : "current_user"));
  }

  @Override
  public Alteration alter(Owner before, Owner after, Catalog from, Catalog to) {
    return new Alteration.InPlace(create(after, List.of()), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement tell(Owner owner, String role) {
    ObjectId on = owner.on();
    String sql = "alter " + named(on) + " owner to " + role;
    return on.kind() == Kind.TABLE || on.kind() == Kind.VIEW || on.kind() == Kind.SEQUENCE
        ? Statement.of(sql, new Lock(LockMode.ACCESS_EXCLUSIVE, on))
        : Statement.of(sql);
  }

  /** ALTER TABLE speaks of views of both sorts as well. */
  private static String named(ObjectId on) {
    String target =
        on.kind() == Kind.VIEW
            ? "table " + Quoting.qualified(on)
            : PostgresRenderer.of(on.kind()).target(on);
    if (target == null) {
      throw new IllegalArgumentException("nobody owns the " + on);
    }
    return target;
  }
}
