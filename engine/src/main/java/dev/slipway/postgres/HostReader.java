package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/**
 * Reads where the platform's tables and views are that the user may add triggers and policies to.
 * They themselves are left out.
 */
final class HostReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    if (reading.scope().shared().patterns().isEmpty()) {
      return;
    }
    SystemQuery.run(
        reading,
        """
        select c.oid::bigint as oid, n.nspname, c.relname, c.relkind in ('v', 'm') as is_view
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm', 'f') and %s
        """
            .formatted(SystemQuery.USER_SCHEMA),
        row -> {
          String schema = row.getString("nspname");
          if (!reading.reads(schema) && reading.readsParts(schema)) {
            Kind kind = row.getBoolean("is_view") ? Kind.VIEW : Kind.TABLE;
            reading.host(
                new Address("pg_class", row.getLong("oid"), 0),
                ObjectId.of(kind, schema, row.getString("relname")));
          }
        });
  }
}
