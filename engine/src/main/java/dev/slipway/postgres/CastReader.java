package dev.slipway.postgres;

import dev.slipway.catalog.Cast;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads casts that did not come with the server, but for those between a range type and its
 * multirange type.
 */
final class CastReader implements ObjectReader {

  private static final String CASTS =
      """
      select c.oid::bigint as oid,
             pg_catalog.format_type(c.castsource, null) as source,
             pg_catalog.format_type(c.casttarget, null) as target,
             sn.nspname as source_schema, tn.nspname as target_schema,
             fn.nspname as function_schema,
             nullif(c.castfunc::pg_catalog.regprocedure::text, '-') as function,
             c.castmethod as method, c.castcontext as context
        from pg_catalog.pg_cast c
        join pg_catalog.pg_type s on s.oid = c.castsource
        join pg_catalog.pg_namespace sn on sn.oid = s.typnamespace
        join pg_catalog.pg_type t on t.oid = c.casttarget
        join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
        left join pg_catalog.pg_proc f on f.oid = c.castfunc
        left join pg_catalog.pg_namespace fn on fn.oid = f.pronamespace
       where c.oid >= %d
         and not exists (select from pg_catalog.pg_range r
                          where r.rngtypid = c.castsource and r.rngmultitypid = c.casttarget)
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        CASTS,
        row -> {
          if (isInScope(reading, row)) {
            reading.add(
                new Cast(
                    ObjectId.of(Kind.CAST, row.getString("source"), row.getString("target")),
                    method(row.getString("method")),
                    row.getString("function"),
                    context(row.getString("context"))),
                new Address("pg_cast", row.getLong("oid"), 0));
          }
        });
  }

  /** A cast has no schema, but is left out with that of its types or its function. */
  private static boolean isInScope(Reading reading, ResultSet row) throws SQLException {
    String function = row.getString("function_schema");
    return reading.reads(row.getString("source_schema"))
        && reading.reads(row.getString("target_schema"))
        && (function == null || reading.reads(function));
  }

  private static Cast.Method method(String code) {
    return switch (code) {
      case "f" -> Cast.Method.FUNCTION;
      case "i" -> Cast.Method.INOUT;
      case "b" -> Cast.Method.BINARY;
      default -> throw new IllegalStateException("pg_cast.castmethod is " + code);
    };
  }

  private static Cast.Context context(String code) {
    return switch (code) {
      case "e" -> Cast.Context.EXPLICIT;
      case "a" -> Cast.Context.ASSIGNMENT;
      case "i" -> Cast.Context.IMPLICIT;
      default -> throw new IllegalStateException("pg_cast.castcontext is " + code);
    };
  }
}
