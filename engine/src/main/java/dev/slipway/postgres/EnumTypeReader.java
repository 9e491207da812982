package dev.slipway.postgres;

import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;
import java.util.List;

/** Reads enumerated types; a use of the array type counts as one of the type itself. */
final class EnumTypeReader implements ObjectReader {

  private static final String ENUMS =
      """
      select t.oid::bigint as oid, t.typarray::bigint as array_oid, n.nspname, t.typname,
             (select array_agg(v.enumlabel::text order by v.enumsortorder)
                from pg_catalog.pg_enum v
               where v.enumtypid = t.oid) as labels
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
       where t.typtype = 'e' and %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        ENUMS,
        row -> {
          String schema = row.getString("nspname");
          if (!reading.reads(schema)) {
            return;
          }
          ObjectId id = ObjectId.of(Kind.ENUM, schema, row.getString("typname"));
          reading.addType(
              new EnumType(id, SystemQuery.texts(row, "labels")),
              row.getLong("oid"),
              List.of(new Address("pg_type", row.getLong("array_oid"), 0)));
        });
  }
}
