package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Routine;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads functions, window functions and procedures. */
final class RoutineReader implements ObjectReader {

  private static final String ROUTINES =
      """
      select p.oid::bigint as oid, n.nspname,
             p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' as signature,
             p.prokind = 'p' as is_procedure,
             coalesce(pg_catalog.pg_get_function_result(p.oid), '') as result,
             pg_catalog.pg_get_function_arguments(p.oid) as arguments,
             pg_catalog.pg_get_functiondef(p.oid) as definition
        from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       where p.prokind in ('f', 'p', 'w') and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        ROUTINES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new Routine(
                    ObjectId.of(Kind.ROUTINE, schema, row.getString("signature")),
                    row.getBoolean("is_procedure"),
                    row.getString("result"),
                    row.getString("arguments"),
                    row.getString("definition").strip()),
                new Address("pg_proc", row.getLong("oid"), 0));
          }
        });
  }
}
