package dev.slipway.postgres;

import dev.slipway.catalog.Given;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.PlatformPrivileges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads privileges that differ from those that an object has by default.
 *
 * <p>For the schema {@code public} the default is what a new database has. The sequence of an
 * identity column is known as the column.
 *
 * <p>Where default privileges are in force for the reading role, an object without privileges of
 * its own may be other than a new one: that is a grant as well. What a new owner was given before
 * becomes one with what an owner has.
 */
final class GrantReader implements ObjectReader {

  private static final ObjectId PUBLIC = ObjectId.of(Kind.SCHEMA, "public");

  private static final String GRANTS =
      """
      with me as (
        select r.oid from pg_catalog.pg_roles r where r.rolname = current_user),
      given as (
        select d.defaclnamespace as schema, d.defaclobjtype as type, d.defaclacl as acl
          from pg_catalog.pg_default_acl d join me on me.oid = d.defaclrole),
      candidate as (
        select 'pg_namespace' as catalog, n.oid, null::oid as schema, 'n' as type, 'n' as kind,
               n.nspowner as owner, n.nspacl as acl, n.nspname = 'public' as is_public
          from pg_catalog.pg_namespace n
        union all
        select 'pg_class', c.oid, c.relnamespace,
               case c.relkind when 'S' then 'S' else 'r' end,
               case c.relkind when 'S' then 's' else 'r' end, c.relowner, c.relacl, false
          from pg_catalog.pg_class c
         where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
        union all
        select 'pg_proc', p.oid, p.pronamespace, 'f', 'f', p.proowner, p.proacl, false
          from pg_catalog.pg_proc p
        union all
        select 'pg_type', t.oid, t.typnamespace, 'T', 'T', t.typowner, t.typacl, false
          from pg_catalog.pg_type t
         where t.typtype <> 'm'
           and not exists (select from pg_catalog.pg_type e where e.typarray = t.oid)
        union all
        select 'pg_language', l.oid, null, null, 'l', l.lanowner, l.lanacl, false
          from pg_catalog.pg_language l
        union all
        select 'pg_foreign_data_wrapper', w.oid, null, null, 'F', w.fdwowner, w.fdwacl, false
          from pg_catalog.pg_foreign_data_wrapper w
        union all
        select 'pg_foreign_server', s.oid, null, null, 'S', s.srvowner, s.srvacl, false
          from pg_catalog.pg_foreign_server s),
      object as (
        select c.catalog, c.oid, 0 as number, null::text as column_name, c.owner,
               n.nspname as schema,
               case c.type when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'routines'
               end as sort,
               coalesce(c.acl, pg_catalog.acldefault(c.kind::"char", c.owner)) as acl,
               pg_catalog.acldefault(c.kind::"char", c.owner)
               || case when c.is_public
                       then array[pg_catalog.makeaclitem(0, c.owner, 'USAGE', false)]
                       else '{}'::aclitem[] end as base,
               case when g.acl is not null or s.acl is not null
                    then coalesce(g.acl, pg_catalog.acldefault(c.kind::"char", me.oid))
                         || coalesce(s.acl, '{}'::aclitem[]) end as given
          from candidate c
         cross join me
          left join pg_catalog.pg_namespace n on n.oid = c.schema
          left join given g on g.schema = 0 and g.type = c.type::"char"
          left join given s on s.schema = c.schema and s.type = c.type::"char"
         where c.is_public
            or ((c.oid >= %1$d or c.catalog = 'pg_language')
                and (c.acl is not null or g.acl is not null or s.acl is not null))
        union all
        select 'pg_class', c.oid, a.attnum, a.attname, c.relowner, null, null, a.attacl,
               pg_catalog.acldefault('c', c.relowner), null
          from pg_catalog.pg_attribute a
          join pg_catalog.pg_class c on c.oid = a.attrelid
         where a.attacl is not null and a.attnum > 0 and not a.attisdropped
           and c.oid >= %1$d),
      -- what an object holds, has by default and is given: most objects of a database are alike
      keyed as materialized (
        select o.*,
               pg_catalog.concat_ws(' ', o.number = 0, o.owner, o.acl, o.base,
                                    coalesce(o.given::text, '-')) as likeness
          from object o),
      alike as (
        select distinct on (k.likeness) k.likeness, k.number, k.owner, k.acl, k.base, k.given
          from keyed k),
      privilege as (
        select o.likeness,
               case when e.grantee = 0 then 'public'
                    when e.grantee = case e.source when 'given' then me.oid else o.owner end
                    then 'pg_owner'
                    else r.rolname::text end as role,
               e.privilege_type::text collate "C" as privilege,
               bool_or(e.source = 'held') as held, bool_or(e.source = 'base') as base,
               bool_or(e.source = 'held' and e.is_grantable) as is_grantable,
               bool_or(e.source = 'given') as given,
               bool_or(e.source = 'given' and e.is_grantable) as is_given_grantable,
               bool_or(o.given is not null) as has_given,
               min(case when e.grantee = o.owner and o.owner <> me.oid
                        then pg_catalog.pg_get_userbyid(o.owner)::text end) as owner
          from alike o
         cross join me
         cross join lateral (
           select h.grantee, h.privilege_type, h.is_grantable, 'held' as source
             from pg_catalog.aclexplode(o.acl) h
           union all
           select b.grantee, b.privilege_type, false, 'base'
             from pg_catalog.aclexplode(o.base) b
           union all
           select g.grantee, g.privilege_type, g.is_grantable, 'given'
             from pg_catalog.aclexplode(o.given) g) e
          left join pg_catalog.pg_roles r on r.oid = e.grantee
         where (o.number = 0 or e.grantee <> o.owner)
           and not (e.source = 'given' and e.grantee = o.owner and o.owner <> me.oid)
         group by 1, 2, 3),
      found as (
        select p.likeness, p.role,
               array_agg(p.privilege order by p.privilege) filter (where p.held) as held,
               array_agg(p.privilege order by p.privilege) filter (where p.is_grantable)
                 as grantable,
               array_agg(p.privilege order by p.privilege) filter (where p.base) as base,
               array_agg(p.privilege order by p.privilege) filter (where p.given) as given,
               array_agg(p.privilege order by p.privilege) filter (where p.is_given_grantable)
                 as given_grantable,
               bool_or(p.has_given and (p.given <> p.base or p.is_given_grantable))
                 and p.role <> 'pg_owner' as is_given,
               min(p.owner) as owner
          from privilege p
         where p.role is not null
         group by 1, 2
        having bool_or(p.held <> p.base or p.is_grantable)
            or (bool_or(p.has_given and (p.given <> p.base or p.is_given_grantable))
                and p.role <> 'pg_owner'))
      select o.catalog, o.oid::bigint as oid, o.number, o.column_name, o.schema, o.sort, f.role,
             f.held, f.grantable, f.base, f.given, f.given_grantable, f.is_given, f.owner
        from keyed o
        join found f on f.likeness = o.likeness
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  @Override
  public void read(Reading reading) throws SQLException {
    boolean compares = reading.scope().compares(Compared.OWNERS);
    SystemQuery.run(
        reading,
        GRANTS,
        row -> {
          String catalog = row.getString("catalog");
          int number = row.getInt("number");
          ObjectId on = reading.at(catalog, row.getLong("oid"), number);
          String role = row.getString("role");
          ObjectId id = on == null ? null : id(on, catalog, number, row, role);
          if (on != null && id != null) {
            reading.add(
                new Grant(
                    id,
                    on,
                    role,
                    SystemQuery.texts(row, "held"),
                    SystemQuery.texts(row, "grantable"),
                    compares || on.equals(PUBLIC) ? row.getString("owner") : null,
                    row.getBoolean("is_given") ? given(reading, row, role) : null));
            reading.needs(
                id,
                ObjectId.about(Kind.OWNER, Identity.isAboutSequence(id, on) ? Tables.of(on) : on));
          }
        });
  }

  /** The platform's default privileges are in force at any time, the user's only perhaps. */
  private static Given given(Reading reading, ResultSet row, String role) throws SQLException {
    List<String> usual = SystemQuery.texts(row, "base");
    List<String> given = SystemQuery.texts(row, "given");
    return new Given(
        usual,
        isGivenByPlatform(reading, row, role)
            ? given
            : given.stream().filter(usual::contains).toList(),
        Stream.concat(usual.stream(), given.stream()).distinct().sorted().toList(),
        SystemQuery.texts(row, "given_grantable"));
  }

  private static boolean isGivenByPlatform(Reading reading, ResultSet row, String role)
      throws SQLException {
    String schema = row.getString("schema");
    String sort = row.getString("sort");
    return schema != null
        && sort != null
        && reading.scope().privileges().contains(new PlatformPrivileges(schema, sort, role));
  }

  /** Null where the address is that of something else which the object holds or owns. */
  private static @Nullable ObjectId id(
      ObjectId on, String catalog, int number, ResultSet row, String role) throws SQLException {
    if (IdentitySequence.isAt(catalog, number, on)) {
      return Identity.aboutSequence(Kind.GRANT, on, role);
    }
    if (!PostgresRenderer.isKeptIn(catalog, number > 0, on.kind())) {
      return null;
    }
    return number > 0 && on.kind() == Kind.VIEW
        ? Said.aboutViewColumn(Kind.GRANT, on, row.getString("column_name"), role)
        : ObjectId.about(Kind.GRANT, on, role);
  }
}
