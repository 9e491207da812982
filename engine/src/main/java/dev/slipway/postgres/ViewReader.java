package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.View;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads views and materialized views, with the rule and the row type behind each. */
final class ViewReader implements ObjectReader {

  private static final String VIEWS =
      """
      select c.oid::bigint as oid, n.nspname, c.relname, c.relkind = 'm' as is_materialized,
             k.names as columns, case when c.relkind = 'v' then k.types end as types,
             pg_catalog.pg_get_viewdef(c.oid) as query,
             c.reloptions || (
               select array_agg('toast.' || o.option)
                 from pg_catalog.pg_class t, unnest(t.reloptions) o(option)
                where t.oid = c.reltoastrelid) as options,
             (select m.amname from pg_catalog.pg_am m
               where m.oid = c.relam and m.amname <> 'heap') as access_method,
             array(select pg_catalog.quote_ident(a.attname) || u.clause
                     from pg_catalog.pg_attribute a
                     left join pg_catalog.pg_attrdef d
                       on d.adrelid = a.attrelid and d.adnum = a.attnum
                     join pg_catalog.pg_type t on t.oid = a.atttypid
                    cross join lateral (values
                      (' set default ' || pg_catalog.pg_get_expr(d.adbin, d.adrelid)),
                      (' set statistics ' || nullif(a.attstattarget, -1)),
                      (case when c.relkind = 'm' and a.attstorage <> t.typstorage
                            then ' set storage '
                                 || case a.attstorage when 'p' then 'plain' when 'e' then 'external'
                                                      when 'm' then 'main' else 'extended' end end),
                      (case a.attcompression when 'p' then ' set compression pglz'
                                             when 'l' then ' set compression lz4' end),
                      (' set (' || pg_catalog.array_to_string(a.attoptions, ', ') || ')')
                    ) u(clause)
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                      and u.clause is not null
                    order by a.attnum, u.clause collate "C") as details,
             (select r.oid::bigint
                from pg_catalog.pg_rewrite r
               where r.ev_class = c.oid and r.rulename = '_RETURN') as rule_oid,
             y.oid::bigint as type_oid, y.typarray::bigint as array_oid
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_type y on y.oid = c.reltype
        left join lateral (
          select array_agg(a.attname::text order by a.attnum) as names,
                 array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod)
                           || case when a.attcollation <> t.typcollation
                                   then ' collate ' || a.attcollation::pg_catalog.regcollation
                                   else '' end order by a.attnum) as types
            from pg_catalog.pg_attribute a
            join pg_catalog.pg_type t on t.oid = a.atttypid
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) k on true
       where c.relkind in ('v', 'm') and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        VIEWS,
        row -> {
          String schema = row.getString("nspname");
          if (!reading.reads(schema)) {
            return;
          }
          ObjectId id = ObjectId.of(Kind.VIEW, schema, row.getString("relname"));
          var address = new Address("pg_class", row.getLong("oid"), 0);
          reading.add(
              new View(
                  id,
                  row.getBoolean("is_materialized"),
                  SystemQuery.texts(row, "columns"),
                  query(row.getString("query")),
                  SystemQuery.texts(row, "options"),
                  row.getString("access_method"),
                  SystemQuery.texts(row, "details")),
              address);
          if (id.equals(reading.at("pg_class", address.oid(), 0))) {
            if (!row.getBoolean("is_materialized")) {
              reading.viewTypes(id, SystemQuery.texts(row, "types"));
            }
            reading.alias(new Address("pg_rewrite", row.getLong("rule_oid"), 0), id);
            reading.alias(new Address("pg_type", row.getLong("type_oid"), 0), id);
            reading.alias(new Address("pg_type", row.getLong("array_oid"), 0), id);
          }
        });
    readDefaults(reading);
  }

  private static void readDefaults(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select d.oid::bigint as oid, d.adrelid::bigint as view
          from pg_catalog.pg_attrdef d
          join pg_catalog.pg_class c on c.oid = d.adrelid and c.relkind = 'v'
        """,
        row -> {
          ObjectId view = reading.at("pg_class", row.getLong("view"), 0);
          if (view != null) {
            reading.alias(new Address("pg_attrdef", row.getLong("oid"), 0), view);
          }
        });
  }

  private static String query(String printed) {
    String query = printed.strip();
    return query.endsWith(";") ? query.substring(0, query.length() - 1).strip() : query;
  }
}
