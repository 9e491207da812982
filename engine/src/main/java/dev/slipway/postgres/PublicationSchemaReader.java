package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.PublicationSchema;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads which schemas a publication has with all their tables. */
final class PublicationSchemaReader implements ObjectReader {

  private static final int FIRST_WITH_SCHEMAS = 15;

  private static final String SCHEMAS =
      """
      select m.oid::bigint as oid, m.pnpubid::bigint as publication_oid, n.nspname
        from pg_catalog.pg_publication_namespace m
        join pg_catalog.pg_namespace n on n.oid = m.pnnspid
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    if (reading.serverVersion() < FIRST_WITH_SCHEMAS) {
      return;
    }
    SystemQuery.run(
        reading,
        SCHEMAS,
        row -> {
          ObjectId publication = reading.atOrHost("pg_publication", row.getLong("publication_oid"));
          String schema = row.getString("nspname");
          if (publication != null && reading.reads(schema)) {
            ObjectId id = ObjectId.of(Kind.PUBLICATION_SCHEMA, publication.name(), schema);
            reading.add(
                new PublicationSchema(id, schema),
                new Address("pg_publication_namespace", row.getLong("oid"), 0));
            reading.needs(id, ObjectId.of(Kind.SCHEMA, schema));
          }
        });
  }
}
