package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Routine;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/**
 * Reads functions, window functions and procedures, but for those that the server makes for a range
 * type.
 */
final class RoutineReader implements ObjectReader {

  private static final String ROUTINES =
      """
      select p.oid::bigint as oid, n.nspname,
             p.proname || '(' || pg_catalog.oidvectortypes(p.proargtypes) || ')' as signature,
             p.prokind as form, pg_catalog.pg_get_function_sqlbody(p.oid) as body,
             coalesce(pg_catalog.pg_get_function_result(p.oid), '') as result,
             pg_catalog.pg_get_function_arguments(p.oid) as arguments,
             pg_catalog.pg_get_functiondef(p.oid) as definition
        from pg_catalog.pg_proc p
        join pg_catalog.pg_namespace n on n.oid = p.pronamespace
       where p.prokind in ('f', 'p', 'w') and %s
         and not exists (select from pg_catalog.pg_depend d
                          where d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
                            and d.objid = p.oid and d.deptype = 'i')
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
                    form(row.getString("form")),
                    row.getString("result"),
                    RoutineArguments.of(row.getString("arguments")),
                    row.getString("definition").strip(),
                    row.getString("body")),
                new Address("pg_proc", row.getLong("oid"), 0));
          }
        });
  }

  private static Routine.Form form(String code) {
    return switch (code) {
      case "f" -> Routine.Form.FUNCTION;
      case "p" -> Routine.Form.PROCEDURE;
      case "w" -> Routine.Form.WINDOW;
      default -> throw new IllegalStateException("pg_proc.prokind is " + code);
    };
  }
}
