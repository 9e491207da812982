package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Schema;
import java.sql.SQLException;

/**
 * Reads schemas. The schema public is in every database, so it is no object of the catalog; its
 * address is known for what is said about it.
 */
final class SchemaReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        "select n.oid::bigint, n.nspname from pg_catalog.pg_namespace n where "
            + SystemQuery.USER_SCHEMA,
        row -> {
          String name = row.getString("nspname");
          if (!reading.reads(name)) {
            return;
          }
          ObjectId id = ObjectId.of(Kind.SCHEMA, name);
          var address = new Reading.Address("pg_namespace", row.getLong("oid"), 0);
          if (name.equals("public")) {
            reading.alias(address, id);
          } else {
            reading.add(new Schema(id), address);
          }
        });
  }
}
