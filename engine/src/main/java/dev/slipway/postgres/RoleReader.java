package dev.slipway.postgres;

import dev.slipway.catalog.Role;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.RoleNames;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/**
 * Reads the roles that are compared, from a view that does not show passwords.
 *
 * <p>Left out are the server's own, those that only a shadow made because something named them, and
 * in a target all that nothing of the project creates.
 */
final class RoleReader implements ObjectReader {

  private static final String ROLES =
      """
      select r.oid::bigint as oid, r.rolname, r.rolsuper, r.rolcreatedb, r.rolcreaterole,
             r.rolinherit, r.rolcanlogin, r.rolreplication, r.rolbypassrls, r.rolconnlimit,
             nullif(r.rolvaliduntil, 'infinity')::text as valid_until,
             (select array_agg(c order by c)
                from pg_catalog.pg_db_role_setting s, unnest(s.setconfig) c
               where s.setrole = r.oid and s.setdatabase = 0) as settings,
             (select array_agg(c order by c)
                from pg_catalog.pg_db_role_setting s, unnest(s.setconfig) c
                join pg_catalog.pg_database d on d.datname = pg_catalog.current_database()
               where s.setrole = r.oid and s.setdatabase = d.oid) as settings_here
        from pg_catalog.pg_roles r
       where r.rolname !~ '^pg_'
         and not exists (select from pg_catalog.pg_db_role_setting s
                          where s.setrole = r.oid and s.setdatabase = 0
                            and 'slipway.named=on' = any (s.setconfig))
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    if (!reading.scope().compares(Compared.ROLES)) {
      return;
    }
    RoleNames known = reading.scope().known();
    SystemQuery.run(
        reading,
        ROLES,
        row -> {
          String name = row.getString("rolname");
          if (reading.scope().roles().contains(name)
              || (known != null && !known.roles().contains(name))) {
            return;
          }
          reading.add(
              new Role(
                  Role.id(name),
                  row.getBoolean("rolsuper"),
                  row.getBoolean("rolcreatedb"),
                  row.getBoolean("rolcreaterole"),
                  row.getBoolean("rolinherit"),
                  row.getBoolean("rolcanlogin"),
                  row.getBoolean("rolreplication"),
                  row.getBoolean("rolbypassrls"),
                  row.getInt("rolconnlimit"),
                  row.getString("valid_until"),
                  SystemQuery.texts(row, "settings"),
                  SystemQuery.texts(row, "settings_here")),
              new Address("pg_authid", row.getLong("oid"), 0));
        });
  }
}
