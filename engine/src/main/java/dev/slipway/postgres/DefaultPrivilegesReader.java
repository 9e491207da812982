package dev.slipway.postgres;

import dev.slipway.catalog.DefaultPrivileges;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/**
 * Reads default privileges that differ from what the server gives. Those of the platform's roles,
 * and for them, are the platform's.
 */
final class DefaultPrivilegesReader implements ObjectReader {

  private static final String DEFAULTS =
      """
      with entry as (
        select d.oid, d.defaclrole as owner, d.defaclobjtype as type, n.nspname, d.defaclacl as acl,
               case when d.defaclnamespace = 0
                    then pg_catalog.acldefault(
                           case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end::"char",
                           d.defaclrole)
                    else pg_catalog.acldefault('c', d.defaclrole) end as base
          from pg_catalog.pg_default_acl d
          left join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace),
      privilege as (
        select d.oid, d.nspname,
               case when o.rolname = current_user then 'pg_owner' else o.rolname end as role,
               case d.type when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'routines'
                           when 'T' then 'types' when 'n' then 'schemas'
                           else 'large objects' end as "on",
               case when e.grantee = 0 then 'public'
                    when e.grantee = d.owner then 'pg_owner'
                    else g.rolname end as grantee,
               e.privilege_type::text collate "C" as privilege,
               bool_or(e.held) as held, bool_or(not e.held) as base,
               bool_or(e.held and e.is_grantable and e.grantee <> d.owner) as is_grantable
          from entry d
          join pg_catalog.pg_roles o on o.oid = d.owner
         cross join lateral (
           select h.grantee, h.privilege_type, h.is_grantable, true as held
             from pg_catalog.aclexplode(d.acl) h
           union all
           select b.grantee, b.privilege_type, false, false
             from pg_catalog.aclexplode(d.base) b) e
          left join pg_catalog.pg_roles g on g.oid = e.grantee
         group by 1, 2, 3, 4, 5, 6)
      select p.oid::bigint as oid, p.nspname, p.role, p."on", p.grantee,
             array_agg(p.privilege order by p.privilege) filter (where p.held) as held,
             array_agg(p.privilege order by p.privilege) filter (where p.is_grantable)
               as grantable
        from privilege p
       where p.grantee is not null
       group by 1, 2, 3, 4, 5
      having bool_or(p.held <> p.base or p.is_grantable)
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        DEFAULTS,
        row -> {
          String schema = row.getString("nspname");
          String role = row.getString("role");
          String grantee = row.getString("grantee");
          String on = row.getString("on");
          if ((schema != null && !reading.reads(schema))
              || isOfPlatform(reading, role)
              || isOfPlatform(reading, grantee)) {
            return;
          }
          ObjectId id = DefaultPrivileges.id(role, schema, on, grantee);
          reading.add(
              new DefaultPrivileges(
                  id,
                  role,
                  schema,
                  on,
                  grantee,
                  SystemQuery.texts(row, "held"),
                  SystemQuery.texts(row, "grantable")),
              new Address("pg_default_acl", row.getLong("oid"), 0));
          if (schema != null) {
            reading.needs(id, ObjectId.of(Kind.SCHEMA, schema));
          }
        });
  }

  private static boolean isOfPlatform(Reading reading, String role) {
    return !role.equals(Grant.OWNER) && reading.scope().roles().contains(role);
  }
}
