package dev.slipway.postgres;

import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Compared;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads privileges that differ from those that an object has by default.
 *
 * <p>For the schema {@code public} the default is what a new database has. Left out are privileges
 * on the sequence of an identity column, which counts without them.
 */
final class GrantReader implements ObjectReader {

  private static final ObjectId PUBLIC = ObjectId.of(Kind.SCHEMA, "public");

  private static final String GRANTS =
      """
      with object as (
        select 'pg_namespace' as catalog, n.oid, 0 as number, null::text as column_name,
               n.nspowner as owner,
               coalesce(n.nspacl, pg_catalog.acldefault('n', n.nspowner)) as acl,
               case when n.nspname = 'public'
                    then pg_catalog.acldefault('n', n.nspowner)
                         || pg_catalog.makeaclitem(0, n.nspowner, 'USAGE', false)
                    else pg_catalog.acldefault('n', n.nspowner) end as base
          from pg_catalog.pg_namespace n
         where (n.nspacl is not null and n.oid >= %1$d) or n.nspname = 'public'
        union all
        select 'pg_class', c.oid, 0, null, c.relowner, c.relacl,
               pg_catalog.acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)
          from pg_catalog.pg_class c
         where c.relacl is not null and c.oid >= %1$d
        union all
        select 'pg_proc', p.oid, 0, null, p.proowner, p.proacl,
               pg_catalog.acldefault('f', p.proowner)
          from pg_catalog.pg_proc p
         where p.proacl is not null and p.oid >= %1$d
        union all
        select 'pg_language', l.oid, 0, null, l.lanowner, l.lanacl,
               pg_catalog.acldefault('l', l.lanowner)
          from pg_catalog.pg_language l
         where l.lanacl is not null
        union all
        select 'pg_type', t.oid, 0, null, t.typowner, t.typacl,
               pg_catalog.acldefault('T', t.typowner)
          from pg_catalog.pg_type t
         where t.typacl is not null and t.oid >= %1$d
        union all
        select 'pg_class', c.oid, a.attnum, a.attname, c.relowner, a.attacl,
               pg_catalog.acldefault('c', c.relowner)
          from pg_catalog.pg_attribute a
          join pg_catalog.pg_class c on c.oid = a.attrelid
         where a.attacl is not null and a.attnum > 0 and not a.attisdropped
           and c.oid >= %1$d),
      privilege as (
        select o.catalog, o.oid, o.number, o.column_name,
               case when e.grantee = 0 then 'public'
                    when e.grantee = o.owner then 'pg_owner'
                    else r.rolname::text end as role,
               e.privilege_type::text collate "C" as privilege,
               bool_or(e.held) as held, bool_or(not e.held) as base,
               bool_or(e.held and e.is_grantable and e.grantee <> o.owner) as is_grantable,
               min(case when e.grantee = o.owner and o.owner <> me.oid
                        then pg_catalog.pg_get_userbyid(o.owner)::text end) as owner
          from object o
          join pg_catalog.pg_roles me on me.rolname = current_user
         cross join lateral (
           select h.grantee, h.privilege_type, h.is_grantable, true as held
             from pg_catalog.aclexplode(o.acl) h
           union all
           select b.grantee, b.privilege_type, false, false
             from pg_catalog.aclexplode(o.base) b) e
          left join pg_catalog.pg_roles r on r.oid = e.grantee
         where o.number = 0 or e.grantee <> o.owner
         group by 1, 2, 3, 4, 5, 6)
      select p.catalog, p.oid::bigint as oid, p.number, p.column_name, p.role,
             array_agg(p.privilege order by p.privilege) filter (where p.held) as held,
             array_agg(p.privilege order by p.privilege) filter (where p.is_grantable)
               as grantable,
             min(p.owner) as owner
        from privilege p
       where p.role is not null
       group by 1, 2, 3, 4, 5
      having bool_or(p.held <> p.base or p.is_grantable)
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
                    compares || on.equals(PUBLIC) ? row.getString("owner") : null));
            reading.needs(id, ObjectId.about(Kind.OWNER, on));
          }
        });
  }

  /** Null where the address is that of something else which the object holds or owns. */
  private static @Nullable ObjectId id(
      ObjectId on, String catalog, int number, ResultSet row, String role) throws SQLException {
    if (!PostgresRenderer.isKeptIn(catalog, number > 0, on.kind())) {
      return null;
    }
    return number > 0 && on.kind() == Kind.VIEW
        ? Said.aboutViewColumn(Kind.GRANT, on, row.getString("column_name"), role)
        : ObjectId.about(Kind.GRANT, on, role);
  }
}
