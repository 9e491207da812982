package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Subscription;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads the subscriptions of the database, but nothing of how they connect. */
final class SubscriptionReader implements ObjectReader {

  private static final String SUBSCRIPTIONS =
      """
      select s.oid::bigint as oid, s.subname,
             (select array_agg(p order by p) from unnest(s.subpublications) p) as publications
        from pg_catalog.pg_subscription s
       where s.subdbid = (select d.oid from pg_catalog.pg_database d
                           where d.datname = pg_catalog.current_database())
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        SUBSCRIPTIONS,
        row ->
            reading.add(
                new Subscription(
                    ObjectId.of(Kind.SUBSCRIPTION, row.getString("subname")),
                    SystemQuery.texts(row, "publications")),
                new Address("pg_subscription", row.getLong("oid"), 0)));
  }
}
