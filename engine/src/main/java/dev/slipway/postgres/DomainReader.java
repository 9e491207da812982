package dev.slipway.postgres;

import dev.slipway.catalog.Domain;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;
import java.util.List;

/** Reads domains; a use of the array type counts as one of the type itself. */
final class DomainReader implements ObjectReader {

  private static final String DOMAINS =
      """
      select t.oid::bigint as oid, t.typarray::bigint as array_oid, n.nspname, t.typname,
             pg_catalog.format_type(t.typbasetype, t.typtypmod) as type,
             case when t.typcollation <> b.typcollation
                  then pg_catalog.quote_ident(ln.nspname) || '.' || pg_catalog.quote_ident(l.collname)
             end as collation,
             pg_catalog.pg_get_expr(t.typdefaultbin, 0) as default_value,
             t.typnotnull,
             (select k.conname
                from pg_catalog.pg_constraint k
               where k.contypid = t.oid and k.contype = 'n'
                 and k.conname <> t.typname || '_not_null'
                 and octet_length(t.typname) <= 54) as not_null_name
        from pg_catalog.pg_type t
        join pg_catalog.pg_type b on b.oid = t.typbasetype
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
        left join pg_catalog.pg_collation l on l.oid = t.typcollation
        left join pg_catalog.pg_namespace ln on ln.oid = l.collnamespace
       where t.typtype = 'd' and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        DOMAINS,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.addType(
                new Domain(
                    ObjectId.of(Kind.DOMAIN, schema, row.getString("typname")),
                    row.getString("type"),
                    row.getString("collation"),
                    row.getString("default_value"),
                    row.getBoolean("typnotnull"),
                    row.getString("not_null_name")),
                row.getLong("oid"),
                List.of(new Address("pg_type", row.getLong("array_oid"), 0)));
          }
        });
  }
}
