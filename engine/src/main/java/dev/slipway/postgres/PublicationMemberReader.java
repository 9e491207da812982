package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/**
 * Reads which tables a publication names, with their columns and conditions. The columns are a set,
 * which the server keeps in the table's order.
 */
final class PublicationMemberReader implements ObjectReader {

  /** Before it a publication had whole tables. */
  private static final int FIRST_WITH_PARTS = 15;

  @Override
  public void read(Reading reading) throws SQLException {
    boolean hasParts = reading.serverVersion() >= FIRST_WITH_PARTS;
    SystemQuery.run(
        reading,
        """
        select m.oid::bigint as oid, m.prpubid::bigint as publication_oid,
               m.prrelid::bigint as table_oid,
               (select array_agg(a.attname::text order by a.attname collate "C")
                  from pg_catalog.pg_attribute a
                 where a.attrelid = m.prrelid and a.attnum = any (%s)) as columns,
               %s as filter
          from pg_catalog.pg_publication_rel m
        """
            .formatted(
                hasParts ? "m.prattrs" : "'{}'::smallint[]",
                hasParts ? "pg_catalog.pg_get_expr(m.prqual, m.prrelid)" : "null"),
        row -> {
          ObjectId publication = reading.atOrHost("pg_publication", row.getLong("publication_oid"));
          ObjectId table = reading.at("pg_class", row.getLong("table_oid"), 0);
          if (publication == null || table == null || table.kind() != Kind.TABLE) {
            return;
          }
          ObjectId id =
              ObjectId.of(
                  Kind.PUBLICATION_MEMBER, publication.name(), table.schema(), table.name());
          reading.add(
              new PublicationMember(
                  id, table, SystemQuery.texts(row, "columns"), row.getString("filter")),
              new Address("pg_publication_rel", row.getLong("oid"), 0));
          reading.needs(id, table);
        });
  }
}
