package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Transform;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads transforms, but for those of types in schemas that are left out. */
final class TransformReader implements ObjectReader {

  private static final String TRANSFORMS =
      """
      select f.oid::bigint as oid, n.nspname, pg_catalog.format_type(f.trftype, null) as type,
             l.lanname,
             nullif(f.trffromsql::pg_catalog.regprocedure::text, '-') as from_sql,
             nullif(f.trftosql::pg_catalog.regprocedure::text, '-') as to_sql
        from pg_catalog.pg_transform f
        join pg_catalog.pg_language l on l.oid = f.trflang
        join pg_catalog.pg_type t on t.oid = f.trftype
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
       where f.oid >= %d
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  /**
   * A routine that is created while there is a transform for one of its types in its language
   * depends on it, and one that is older does not.
   */
  private static final String USERS =
      """
      select distinct p.oid::bigint as routine, f.oid::bigint as transform
        from pg_catalog.pg_transform f
        join pg_catalog.pg_proc p
          on p.prolang = f.trflang
         and (p.prorettype = f.trftype or f.trftype = any (p.proargtypes::oid[])
              or f.trftype = any (p.proallargtypes))
       where f.oid >= %1$d and p.oid >= %1$d
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        TRANSFORMS,
        row -> {
          if (reading.reads(row.getString("nspname"))) {
            reading.add(
                new Transform(
                    ObjectId.of(Kind.TRANSFORM, row.getString("type"), row.getString("lanname")),
                    row.getString("from_sql"),
                    row.getString("to_sql")),
                new Address("pg_transform", row.getLong("oid"), 0));
          }
        });
    SystemQuery.run(
        reading,
        USERS,
        row -> {
          ObjectId routine = reading.at("pg_proc", row.getLong("routine"), 0);
          ObjectId transform = reading.at("pg_transform", row.getLong("transform"), 0);
          if (routine != null && transform != null) {
            reading.needs(routine, transform);
          }
        });
  }
}
