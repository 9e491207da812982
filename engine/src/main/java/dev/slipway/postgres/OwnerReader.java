package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Owner;
import dev.slipway.dialect.Compared;
import java.sql.SQLException;

/**
 * Reads who owns what was read before, where it is not the reading role.
 *
 * <p>A sequence that belongs to a column has the table's owner and follows it by itself. The schema
 * {@code public} belongs to {@code pg_database_owner} in a new database.
 */
final class OwnerReader implements ObjectReader {

  private static final String OWNERS =
      """
      with owned as (
        select 'pg_namespace' as catalog, oid, nspowner as owner from pg_catalog.pg_namespace
        union all
        select 'pg_class', c.oid, c.relowner from pg_catalog.pg_class c
         where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
           and not (c.relkind = 'S' and exists (
             select from pg_catalog.pg_depend d
              where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass and d.objid = c.oid
                and d.deptype in ('a', 'i') and d.refobjsubid > 0))
        union all
        select 'pg_type', t.oid, t.typowner from pg_catalog.pg_type t
         where t.typtype <> 'm'
           and not exists (select from pg_catalog.pg_type e where e.typarray = t.oid)
        union all
        select 'pg_proc', oid, proowner from pg_catalog.pg_proc
        union all
        select 'pg_operator', oid, oprowner from pg_catalog.pg_operator
        union all
        select 'pg_opclass', oid, opcowner from pg_catalog.pg_opclass
        union all
        select 'pg_opfamily', oid, opfowner from pg_catalog.pg_opfamily
        union all
        select 'pg_collation', oid, collowner from pg_catalog.pg_collation
        union all
        select 'pg_conversion', oid, conowner from pg_catalog.pg_conversion
        union all
        select 'pg_ts_dict', oid, dictowner from pg_catalog.pg_ts_dict
        union all
        select 'pg_ts_config', oid, cfgowner from pg_catalog.pg_ts_config
        union all
        select 'pg_language', oid, lanowner from pg_catalog.pg_language
        union all
        select 'pg_foreign_data_wrapper', oid, fdwowner from pg_catalog.pg_foreign_data_wrapper
        union all
        select 'pg_foreign_server', oid, srvowner from pg_catalog.pg_foreign_server
        union all
        select 'pg_event_trigger', oid, evtowner from pg_catalog.pg_event_trigger
        union all
        select 'pg_publication', oid, pubowner from pg_catalog.pg_publication
        union all
        select 'pg_subscription', oid, subowner from pg_catalog.pg_subscription
        union all
        select 'pg_statistic_ext', oid, stxowner from pg_catalog.pg_statistic_ext)
      select o.catalog, o.oid::bigint as oid, r.rolname
        from owned o
        join pg_catalog.pg_roles r on r.oid = o.owner
       where ((o.oid >= %1$d
               and o.owner <> (select m.oid from pg_catalog.pg_roles m
                                where m.rolname = current_user))
              or (o.catalog = 'pg_namespace'
                  and o.oid = (select n.oid from pg_catalog.pg_namespace n
                                where n.nspname = 'public')))
         and (o.oid >= %1$d or r.rolname <> 'pg_database_owner')
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  @Override
  public void read(Reading reading) throws SQLException {
    boolean compares = reading.scope().compares(Compared.OWNERS);
    SystemQuery.run(
        reading,
        OWNERS,
        row -> {
          String catalog = row.getString("catalog");
          ObjectId on = reading.at(catalog, row.getLong("oid"), 0);
          if (on == null
              || on.kind() == Kind.EXTENSION
              || !PostgresRenderer.isKeptIn(catalog, false, on.kind())) {
            return;
          }
          if (compares) {
            reading.add(Owner.of(on, row.getString("rolname")));
          } else {
            reading.ownedBy(on, row.getString("rolname"));
          }
        });
  }
}
