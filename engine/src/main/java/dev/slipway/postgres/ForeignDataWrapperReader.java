package dev.slipway.postgres;

import dev.slipway.catalog.ForeignDataWrapper;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads foreign data wrappers that no extension brought. */
final class ForeignDataWrapperReader implements ObjectReader {

  private static final String WRAPPERS =
      """
      select w.oid::bigint as oid, w.fdwname, w.fdwoptions,
             nullif(w.fdwhandler, 0)::pg_catalog.regproc::text as handler,
             nullif(w.fdwvalidator, 0)::pg_catalog.regproc::text as validator
        from pg_catalog.pg_foreign_data_wrapper w
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        WRAPPERS,
        row ->
            reading.add(
                new ForeignDataWrapper(
                    ObjectId.of(Kind.FOREIGN_DATA_WRAPPER, row.getString("fdwname")),
                    row.getString("handler"),
                    row.getString("validator"),
                    ForeignOptions.read(row, "fdwoptions")),
                new Address("pg_foreign_data_wrapper", row.getLong("oid"), 0)));
  }
}
