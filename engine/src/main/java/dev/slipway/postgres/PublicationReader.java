package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Publication;
import dev.slipway.postgres.Reading.Address;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads publications. */
final class PublicationReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select p.oid::bigint as oid, p.pubname, p.puballtables, p.pubinsert, p.pubupdate,
               p.pubdelete, p.pubtruncate, p.pubviaroot, %s as generated
          from pg_catalog.pg_publication p
        """
            .formatted(
                reading.serverVersion() < 18
                    ? "null::text"
                    : "case p.pubgencols when 's' then 'stored' end"),
        row ->
            reading.add(
                new Publication(
                    ObjectId.of(Kind.PUBLICATION, row.getString("pubname")),
                    row.getBoolean("puballtables"),
                    operations(row),
                    row.getBoolean("pubviaroot"),
                    row.getString("generated")),
                new Address("pg_publication", row.getLong("oid"), 0)));
  }

  private static List<String> operations(ResultSet row) throws SQLException {
    var operations = new ArrayList<String>();
    for (String operation : List.of("insert", "update", "delete", "truncate")) {
      if (row.getBoolean("pub" + operation)) {
        operations.add(operation);
      }
    }
    return operations;
  }
}
