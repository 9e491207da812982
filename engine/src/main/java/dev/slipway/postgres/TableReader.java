package dev.slipway.postgres;

import dev.slipway.catalog.ForeignSource;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads tables; their row types count as the tables themselves. */
final class TableReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select c.oid::bigint, n.nspname, c.relname, c.relpersistence = 'u' as unlogged,
               c.relrowsecurity, c.relforcerowsecurity,
               pg_catalog.pg_get_partkeydef(c.oid) as partitioned_by,
               case when c.reloftype <> 0
                    then pg_catalog.format_type(c.reloftype, null) end as of_type,
               case when m.amname <> 'heap' then m.amname end as access_method,
               c.reloptions || (
                 select pg_catalog.array_agg('toast.' || u.option order by u.place)
                   from pg_catalog.pg_class x,
                        pg_catalog.unnest(x.reloptions) with ordinality u(option, place)
                  where x.oid = c.reltoastrelid) as options,
               s.srvname, f.ftoptions, t.oid::bigint as rowtype, t.typarray::bigint as arraytype
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          join pg_catalog.pg_type t on t.oid = c.reltype
          left join pg_catalog.pg_am m on m.oid = c.relam
          left join pg_catalog.pg_foreign_table f on f.ftrelid = c.oid
          left join pg_catalog.pg_foreign_server s on s.oid = f.ftserver
         where c.relkind in ('r', 'p', 'f') and %s
        """
            .formatted(SystemQuery.USER_SCHEMA),
        row -> {
          String schema = row.getString("nspname");
          var address = new Reading.Address("pg_class", row.getLong("oid"), 0);
          if (!reading.reads(schema) || reading.isMember(address)) {
            return;
          }
          ObjectId id = ObjectId.of(Kind.TABLE, schema, row.getString("relname"));
          reading.add(
              new Table(
                  id,
                  row.getBoolean("unlogged"),
                  row.getBoolean("relrowsecurity"),
                  row.getBoolean("relforcerowsecurity"),
                  row.getString("partitioned_by"),
                  row.getString("of_type"),
                  row.getString("access_method"),
                  SystemQuery.texts(row, "options"),
                  foreign(row)),
              address);
          reading.alias(new Reading.Address("pg_type", row.getLong("rowtype"), 0), id);
          reading.alias(new Reading.Address("pg_type", row.getLong("arraytype"), 0), id);
        });
  }

  private static @Nullable ForeignSource foreign(ResultSet row) throws SQLException {
    String server = row.getString("srvname");
    return server == null ? null : new ForeignSource(server, ForeignOptions.read(row, "ftoptions"));
  }
}
