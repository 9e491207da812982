package dev.slipway.postgres;

import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.SQLException;

/** Reads the defaults of columns; a generated column's expression is the column's own. */
final class ColumnDefaultReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select d.oid::bigint, n.nspname, c.relname, a.attname,
               pg_catalog.pg_get_expr(d.adbin, d.adrelid) as expression
          from pg_catalog.pg_attrdef d
          join pg_catalog.pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
          join pg_catalog.pg_class c on c.oid = d.adrelid and c.relkind in ('r', 'p', 'f')
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where a.attgenerated = '' and %s
        """
            .formatted(SystemQuery.USER_SCHEMA),
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            ObjectId column =
                ObjectId.of(
                    Kind.COLUMN, schema, row.getString("relname"), row.getString("attname"));
            reading.add(
                ColumnDefault.of(column, row.getString("expression")),
                new Reading.Address("pg_attrdef", row.getLong("oid"), 0));
          }
        });
  }
}
