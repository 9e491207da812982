package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.UserMapping;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads which roles have mappings on foreign servers; not their options, which are secrets. */
final class UserMappingReader implements ObjectReader {

  private static final String MAPPINGS =
      """
      select m.umid::bigint as oid, m.srvid::bigint as server_oid, m.usename
        from pg_catalog.pg_user_mappings m
       where m.usename is not null
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        MAPPINGS,
        row -> {
          ObjectId server = reading.at("pg_foreign_server", row.getLong("server_oid"), 0);
          if (server != null && server.kind() == Kind.FOREIGN_SERVER) {
            String role = row.getString("usename");
            reading.add(
                new UserMapping(ObjectId.of(Kind.USER_MAPPING, server.name(), role), server, role),
                new Address("pg_user_mapping", row.getLong("oid"), 0));
          }
        });
  }
}
