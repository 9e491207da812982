package dev.slipway.postgres;

import dev.slipway.catalog.Index;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.SQLException;

/** Reads the indexes of tables and materialized views that no constraint owns. */
final class IndexReader implements ObjectReader {

  private static final int FIRST_WITH_EQUAL_NULLS = 15;

  /** The definition is cut behind the relation's name, which is printed exactly as here. */
  private static String sql(String isNullEqual) {
    return """
    select i.indexrelid::bigint, n.nspname, x.relname, c.relkind, c.relname as relation,
           i.indisunique,
           pg_catalog.substr(
             pg_catalog.pg_get_indexdef(i.indexrelid),
             pg_catalog.length(
               pg_catalog.format('CREATE %%sINDEX %%I ON %%s%%I.%%I ',
                 case when i.indisunique then 'UNIQUE ' else '' end,
                 x.relname, case when x.relkind = 'I' then 'ONLY ' else '' end, n.nspname, c.relname)) + 1) as definition,
           case when i.indnkeyatts = 1 and i.indkey[0] <> 0
           then array(select pg_catalog.quote_ident(a.attname) from pg_catalog.pg_attribute a
                       where a.attrelid = i.indrelid and a.attnum = i.indkey[0])
           else array(select case when i.indkey[k - 1] = 0
                             then pg_catalog.pg_get_indexdef(i.indexrelid, k, true)
                             else (select pg_catalog.quote_ident(a.attname)
                                     from pg_catalog.pg_attribute a
                                    where a.attrelid = i.indrelid
                                      and a.attnum = i.indkey[k - 1]) end
                   from pg_catalog.generate_series(1, i.indnkeyatts::int) k
                  order by k) end as keys,
           coalesce(pg_catalog.pg_get_expr(i.indpred, i.indrelid), '') as predicate,
           %s as is_null_equal,
           array(select a.attnum || '=' || a.attstattarget
                   from pg_catalog.pg_attribute a
                  where a.attrelid = x.oid and coalesce(a.attstattarget, -1) <> -1
                  order by a.attnum) as statistics
      from pg_catalog.pg_index i
      join pg_catalog.pg_class x on x.oid = i.indexrelid
      join pg_catalog.pg_class c on c.oid = i.indrelid and c.relkind in ('r', 'p', 'm')
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
     where not exists (
             select from pg_catalog.pg_constraint k
              where k.conrelid = i.indrelid and k.conindid = i.indexrelid
                and k.contype in ('p', 'u', 'x'))
       and %s
    """
        .formatted(isNullEqual, SystemQuery.USER_SCHEMA);
  }

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        sql(reading.serverVersion() >= FIRST_WITH_EQUAL_NULLS ? "i.indnullsnotdistinct" : "false"),
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            Kind kind = row.getString("relkind").equals("m") ? Kind.VIEW : Kind.TABLE;
            reading.add(
                new Index(
                    ObjectId.of(Kind.INDEX, schema, row.getString("relname")),
                    ObjectId.of(kind, schema, row.getString("relation")),
                    row.getBoolean("indisunique"),
                    row.getString("definition"),
                    SystemQuery.texts(row, "keys"),
                    row.getString("predicate"),
                    row.getBoolean("is_null_equal"),
                    SystemQuery.texts(row, "statistics")),
                new Reading.Address("pg_class", row.getLong("indexrelid"), 0));
          }
        });
  }
}
