package dev.slipway.postgres;

import dev.slipway.catalog.Extension;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/**
 * Reads extensions, but for the one that every database has from the start.
 *
 * <p>What an extension owns is known by its address as the extension itself, so that a column of
 * the type {@code citext} needs the extension {@code citext}.
 */
final class ExtensionReader implements ObjectReader {

  private static final String EXTENSIONS =
      """
      select e.oid::bigint, e.extname, n.nspname
        from pg_catalog.pg_extension e
        join pg_catalog.pg_namespace n on n.oid = e.extnamespace
       where e.extname <> 'plpgsql'
      """;

  /** An array type is no member: only its element's type is. */
  private static final String MEMBERS =
      """
      with member as (
        select d.classid, d.objid, d.refobjid
          from pg_catalog.pg_depend d
         where d.deptype = 'e' and d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass)
      select m.classid::pg_catalog.regclass::text, m.objid::bigint, m.refobjid::bigint
        from member m
      union all
      select 'pg_type', t.typarray::bigint, m.refobjid::bigint
        from member m
        join pg_catalog.pg_type t on t.oid = m.objid
       where m.classid = 'pg_catalog.pg_type'::pg_catalog.regclass and t.typarray <> 0
      """;

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        EXTENSIONS,
        row -> {
          String schema = row.getString(3);
          if (reading.reads(schema) || reading.readsParts(schema)) {
            reading.add(
                new Extension(ObjectId.of(Kind.EXTENSION, row.getString(2)), schema),
                new Address("pg_extension", row.getLong(1), 0));
          }
        });
    SystemQuery.run(
        reading,
        MEMBERS,
        row -> {
          ObjectId extension = reading.at("pg_extension", row.getLong(3), 0);
          if (extension != null) {
            reading.alias(new Address(row.getString(1), row.getLong(2), 0), extension);
          }
        });
  }
}
