package dev.slipway.postgres;

import dev.slipway.catalog.Conversion;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads conversions between encodings. */
final class ConversionReader implements ObjectReader {

  private static final String CONVERSIONS =
      """
      select c.oid::bigint as oid, n.nspname, c.conname, c.condefault as is_default,
             pg_catalog.pg_encoding_to_char(c.conforencoding) as source,
             pg_catalog.pg_encoding_to_char(c.contoencoding) as target,
             c.conproc::pg_catalog.regproc::text as function
        from pg_catalog.pg_conversion c
        join pg_catalog.pg_namespace n on n.oid = c.connamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        CONVERSIONS,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new Conversion(
                    ObjectId.of(Kind.CONVERSION, schema, row.getString("conname")),
                    row.getBoolean("is_default"),
                    row.getString("source"),
                    row.getString("target"),
                    row.getString("function")),
                new Address("pg_conversion", row.getLong("oid"), 0));
          }
        });
  }
}
