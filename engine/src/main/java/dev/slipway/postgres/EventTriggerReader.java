package dev.slipway.postgres;

import dev.slipway.catalog.EventTrigger;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads event triggers; one that runs a function of a schema that is left out is left out too. */
final class EventTriggerReader implements ObjectReader {

  private static final String EVENT_TRIGGERS =
      """
      select e.oid::bigint as oid, e.evtname, e.evtevent, e.evtenabled as enabled,
             e.evttags as tags,
             n.nspname, p.proname
        from pg_catalog.pg_event_trigger e
        join pg_catalog.pg_proc p on p.oid = e.evtfoid
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        EVENT_TRIGGERS,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new EventTrigger(
                    ObjectId.of(Kind.EVENT_TRIGGER, row.getString("evtname")),
                    row.getString("evtevent"),
                    SystemQuery.texts(row, "tags"),
                    ObjectId.of(Kind.ROUTINE, schema, row.getString("proname") + "()"),
                    SystemQuery.enabled(row, "enabled")),
                new Address("pg_event_trigger", row.getLong("oid"), 0));
          }
        });
  }
}
