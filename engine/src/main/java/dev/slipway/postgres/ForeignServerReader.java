package dev.slipway.postgres;

import dev.slipway.catalog.ForeignServer;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads foreign servers. */
final class ForeignServerReader implements ObjectReader {

  private static final String SERVERS =
      """
      select s.oid::bigint as oid, s.srvname, w.fdwname, s.srvtype, s.srvversion, s.srvoptions
        from pg_catalog.pg_foreign_server s
        join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        SERVERS,
        row ->
            reading.add(
                new ForeignServer(
                    ObjectId.of(Kind.FOREIGN_SERVER, row.getString("srvname")),
                    row.getString("fdwname"),
                    row.getString("srvtype"),
                    row.getString("srvversion"),
                    ForeignOptions.read(row, "srvoptions")),
                new Address("pg_foreign_server", row.getLong("oid"), 0)));
  }
}
