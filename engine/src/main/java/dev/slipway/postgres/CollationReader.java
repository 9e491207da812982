package dev.slipway.postgres;

import dev.slipway.catalog.Collation;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads collations; where the server keeps the locale is another place in each version. */
final class CollationReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    String locale =
        reading.serverVersion() >= 17
            ? "c.colllocale"
            : reading.serverVersion() >= 15 ? "c.colliculocale" : "c.collcollate";
    String rules = reading.serverVersion() >= 16 ? "c.collicurules" : "null";
    SystemQuery.run(
        reading,
        """
        select c.oid::bigint as oid, n.nspname, c.collname,
               case c.collprovider when 'c' then 'libc' when 'i' then 'icu' else 'builtin' end
                 as provider,
               c.collisdeterministic as is_deterministic,
               case c.collprovider when 'c' then c.collcollate else %s end as locale,
               case c.collprovider when 'c' then c.collctype end as characters,
               %s as rules
          from pg_catalog.pg_collation c
          join pg_catalog.pg_namespace n on n.oid = c.collnamespace
         where %s
        """
            .formatted(locale, rules, SystemQuery.USER_SCHEMA),
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new Collation(
                    ObjectId.of(Kind.COLLATION, schema, row.getString("collname")),
                    row.getString("provider"),
                    row.getBoolean("is_deterministic"),
                    row.getString("locale"),
                    row.getString("characters"),
                    row.getString("rules")),
                new Address("pg_collation", row.getLong("oid"), 0));
          }
        });
  }
}
