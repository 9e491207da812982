package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Trigger;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads triggers, but for those behind foreign keys and those copied to partitions. */
final class TriggerReader implements ObjectReader {

  private static final String TRIGGERS =
      """
      select t.oid::bigint as oid, t.tgrelid::bigint as relation_oid, t.tgname,
             pg_catalog.pg_get_triggerdef(t.oid) as definition, t.tgenabled as enabled,
             t.tgconstraint::bigint as constraint_oid, n.nspname as function_schema
        from pg_catalog.pg_trigger t
        join pg_catalog.pg_proc p on p.oid = t.tgfoid
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       where not t.tgisinternal and t.tgparentid = 0
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        TRIGGERS,
        row -> {
          ObjectId relation = reading.atOrHost("pg_class", row.getLong("relation_oid"));
          if (relation == null
              || (relation.kind() != Kind.TABLE && relation.kind() != Kind.VIEW)
              || isOfPlatform(reading, relation, row.getString("function_schema"))) {
            return;
          }
          ObjectId id =
              ObjectId.of(
                  Kind.TRIGGER, relation.schema(), relation.name(), row.getString("tgname"));
          var address = new Address("pg_trigger", row.getLong("oid"), 0);
          reading.add(
              new Trigger(
                  id, relation, row.getString("definition"), SystemQuery.enabled(row, "enabled")),
              address);
          long constraint = row.getLong("constraint_oid");
          if (constraint != 0 && id.equals(reading.at("pg_trigger", address.oid(), 0))) {
            reading.alias(new Address("pg_constraint", constraint, 0), id);
          }
        });
  }

  /** A platform's trigger runs a function of the schema that holds its table. */
  private static boolean isOfPlatform(Reading reading, ObjectId relation, String functionSchema) {
    return !reading.reads(relation.schema()) && relation.schema().equals(functionSchema);
  }
}
