package dev.slipway.postgres;

import dev.slipway.catalog.DomainConstraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads the checks of domains. */
final class DomainConstraintReader implements ObjectReader {

  private static final String NOT_VALID = " NOT VALID";

  private static final String CHECKS =
      """
      select k.oid::bigint as oid, n.nspname, t.typname, k.conname, k.convalidated,
             pg_catalog.pg_get_constraintdef(k.oid) as definition
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_type t on t.oid = k.contypid
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
       where k.contype = 'c' and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        CHECKS,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            boolean validated = row.getBoolean("convalidated");
            String definition = row.getString("definition");
            if (!validated && definition.endsWith(NOT_VALID)) {
              definition = definition.substring(0, definition.length() - NOT_VALID.length());
            }
            reading.add(
                new DomainConstraint(
                    ObjectId.of(
                        Kind.DOMAIN_CONSTRAINT,
                        schema,
                        row.getString("typname"),
                        row.getString("conname")),
                    definition,
                    validated),
                new Address("pg_constraint", row.getLong("oid"), 0));
          }
        });
  }
}
