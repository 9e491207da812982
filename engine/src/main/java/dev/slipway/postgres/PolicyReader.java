package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Policy;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads row level security policies. */
final class PolicyReader implements ObjectReader {

  private static final String POLICIES =
      """
      select p.oid::bigint as oid, p.polrelid::bigint as table_oid, p.polname,
             p.polpermissive, p.polcmd,
             case when 0 = any (p.polroles) then array['public']
                  else (select array_agg(r.rolname::text order by r.rolname::text collate "C")
                          from pg_catalog.pg_roles r
                         where r.oid = any (p.polroles)) end as roles,
             pg_catalog.pg_get_expr(p.polqual, p.polrelid) as using_expression,
             pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as check_expression
        from pg_catalog.pg_policy p
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        POLICIES,
        row -> {
          ObjectId table = reading.atOrHost("pg_class", row.getLong("table_oid"));
          if (table != null && table.kind() == Kind.TABLE) {
            reading.add(
                new Policy(
                    ObjectId.of(
                        Kind.POLICY, table.schema(), table.name(), row.getString("polname")),
                    row.getBoolean("polpermissive"),
                    command(row.getString("polcmd")),
                    SystemQuery.texts(row, "roles"),
                    row.getString("using_expression"),
                    row.getString("check_expression")),
                new Address("pg_policy", row.getLong("oid"), 0));
          }
        });
  }

  private static String command(String code) {
    return switch (code) {
      case "r" -> "SELECT";
      case "a" -> "INSERT";
      case "w" -> "UPDATE";
      case "d" -> "DELETE";
      case "*" -> "ALL";
      default -> throw new IllegalStateException("pg_policy.polcmd is " + code);
    };
  }
}
