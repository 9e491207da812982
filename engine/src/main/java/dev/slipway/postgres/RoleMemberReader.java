package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.RoleMember;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.RoleNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads of which roles those that are compared are members, and which of the members that the
 * project names they have. What several grantors gave is taken together.
 */
final class RoleMemberReader implements ObjectReader {

  private static final String SINCE_16 =
      "bool_or(a.inherit_option) as inherits, bool_or(a.set_option) as sets";

  private static final String BEFORE_16 = "null::boolean as inherits, null::boolean as sets";

  @Override
  public void read(Reading reading) throws SQLException {
    if (!reading.scope().compares(Compared.ROLES)) {
      return;
    }
    RoleNames known = reading.scope().known();
    SystemQuery.run(
        reading,
        """
        select o.oid::bigint as role_oid, o.rolname as role,
               m.oid::bigint as member_oid, m.rolname as member,
               bool_or(a.admin_option) as admin, %s
          from pg_catalog.pg_auth_members a
          join pg_catalog.pg_roles o on o.oid = a.roleid
          join pg_catalog.pg_roles m on m.oid = a.member
         group by o.oid, o.rolname, m.oid, m.rolname
        """
            .formatted(reading.serverVersion() < 16 ? BEFORE_16 : SINCE_16),
        row -> {
          String role = row.getString("role");
          String member = row.getString("member");
          boolean isOfMember = reading.at("pg_authid", row.getLong("member_oid"), 0) != null;
          boolean isOfRole = reading.at("pg_authid", row.getLong("role_oid"), 0) != null;
          if (isOfMember || (isOfRole && (known == null || known.members().contains(member)))) {
            reading.add(
                new RoleMember(
                    ObjectId.of(Kind.ROLE_MEMBER, role, member),
                    role,
                    member,
                    row.getBoolean("admin"),
                    option(row, "inherits"),
                    option(row, "sets")));
          }
        });
  }

  private static @Nullable Boolean option(ResultSet row, String column) throws SQLException {
    boolean value = row.getBoolean(column);
    return row.wasNull() ? null : value;
  }
}
