package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import java.sql.SQLException;
import java.util.List;

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
               t.oid::bigint as rowtype, t.typarray::bigint as arraytype
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          join pg_catalog.pg_type t on t.oid = c.reltype
         where c.relkind in ('r', 'p') and %s
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
                  null,
                  null,
                  List.of()),
              address);
          reading.alias(new Reading.Address("pg_type", row.getLong("rowtype"), 0), id);
          reading.alias(new Reading.Address("pg_type", row.getLong("arraytype"), 0), id);
        });
  }
}
