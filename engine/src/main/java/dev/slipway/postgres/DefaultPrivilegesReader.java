package dev.slipway.postgres;

import dev.slipway.catalog.DefaultPrivileges;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.PlatformPrivileges;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads default privileges that differ from what the server gives. Those of the platform's roles
 * are the platform's, and so is what the platform gives for the role that reads.
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
        select d.oid, d.nspname, case d.type when 'S' then 's' else d.type end as kind,
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
         group by 1, 2, 3, 4, 5, 6, 7)
      select p.oid::bigint as oid, p.nspname, p.role, p."on", p.grantee,
             array_agg(p.privilege order by p.privilege) filter (where p.held) as held,
             array_agg(p.privilege order by p.privilege) filter (where p.is_grantable)
               as grantable,
             array(select e.privilege_type::text collate "C"
                     from pg_catalog.aclexplode(
                            pg_catalog.acldefault(p.kind::"char", 10)) e
                    where e.grantee = 10 order by 1) as every
        from privilege p
       where p.grantee is not null
       group by 1, 2, 3, 4, 5, p.kind
      having bool_or(p.held <> p.base or p.is_grantable)
      """;

  /** Each sort of objects with all privileges on one. */
  private static final String EVERY =
      """
      select s."on", array(select e.privilege_type::text collate "C"
                             from pg_catalog.aclexplode(
                                    pg_catalog.acldefault(s.kind::"char", 10)) e
                            where e.grantee = 10 order by 1) as every
        from (values ('tables', 'r'), ('sequences', 's'), ('routines', 'f')) s("on", kind)
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    var found = new HashMap<PlatformPrivileges, DefaultPrivileges>();
    SystemQuery.run(
        reading,
        DEFAULTS,
        row -> {
          String schema = row.getString("nspname");
          String role = row.getString("role");
          String grantee = row.getString("grantee");
          String on = row.getString("on");
          PlatformPrivileges given = givenByPlatform(reading, role, schema, on, grantee);
          if ((schema != null && !reading.reads(schema)) || isOfPlatform(reading, role)) {
            return;
          }
          var privileges =
              new DefaultPrivileges(
                  DefaultPrivileges.id(role, schema, on, grantee),
                  role,
                  schema,
                  on,
                  grantee,
                  SystemQuery.texts(row, "held"),
                  SystemQuery.texts(row, "grantable"),
                  given == null ? List.of() : SystemQuery.texts(row, "every"));
          if (given != null) {
            found.put(given, privileges);
          }
          if (given == null || !privileges.privileges().equals(privileges.usual())) {
            add(reading, privileges, new Address("pg_default_acl", row.getLong("oid"), 0));
          }
        });
    if (!found.isEmpty()) {
      addTaken(reading, found);
    }
  }

  /** What the platform gives elsewhere in the database, and was taken away altogether. */
  private static void addTaken(Reading reading, Map<PlatformPrivileges, DefaultPrivileges> found)
      throws SQLException {
    Map<String, List<String>> every = every(reading);
    for (PlatformPrivileges given : reading.scope().privileges()) {
      if (!found.containsKey(given) && reading.reads(given.schema())) {
        ObjectId id =
            DefaultPrivileges.id(Grant.OWNER, given.schema(), given.on(), given.grantee());
        var taken =
            new DefaultPrivileges(
                id,
                Grant.OWNER,
                given.schema(),
                given.on(),
                given.grantee(),
                List.of(),
                List.of(),
                every.getOrDefault(given.on(), List.of()));
        reading.add(taken);
        reading.needs(id, ObjectId.of(Kind.SCHEMA, given.schema()));
      }
    }
  }

  private static Map<String, List<String>> every(Reading reading) throws SQLException {
    var every = new HashMap<String, List<String>>();
    SystemQuery.run(
        reading, EVERY, row -> every.put(row.getString("on"), SystemQuery.texts(row, "every")));
    return every;
  }

  private static void add(Reading reading, DefaultPrivileges privileges, Address address) {
    reading.add(privileges, address);
    String schema = privileges.schema();
    if (schema != null) {
      reading.needs(privileges.id(), ObjectId.of(Kind.SCHEMA, schema));
    }
  }

  private static @Nullable PlatformPrivileges givenByPlatform(
      Reading reading, String role, @Nullable String schema, String on, String grantee) {
    if (schema == null || !role.equals(Grant.OWNER)) {
      return null;
    }
    var given = new PlatformPrivileges(schema, on, grantee);
    return reading.scope().privileges().contains(given) ? given : null;
  }

  private static boolean isOfPlatform(Reading reading, String role) {
    return !role.equals(Grant.OWNER) && reading.scope().roles().contains(role);
  }
}
