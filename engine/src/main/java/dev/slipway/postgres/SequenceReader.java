package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOptions;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads sequences, but for those of identity columns: these are part of their column. */
final class SequenceReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select c.oid::bigint, n.nspname, c.relname, c.relpersistence = 'u' as unlogged,
               pg_catalog.format_type(s.seqtypid, null) as type,
               s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
          from pg_catalog.pg_sequence s
          join pg_catalog.pg_class c on c.oid = s.seqrelid
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where %s
           and not exists (
                 select from pg_catalog.pg_depend d
                  where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                    and d.objid = c.oid and d.deptype = 'i')
        """
            .formatted(SystemQuery.USER_SCHEMA),
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            reading.add(
                new Sequence(
                    ObjectId.of(Kind.SEQUENCE, schema, row.getString("relname")),
                    row.getString("type"),
                    options(row),
                    row.getBoolean("unlogged")),
                new Reading.Address("pg_class", row.getLong("oid"), 0));
          }
        });
  }

  static SequenceOptions options(ResultSet row) throws SQLException {
    return new SequenceOptions(
        row.getLong("seqstart"),
        row.getLong("seqincrement"),
        row.getLong("seqmin"),
        row.getLong("seqmax"),
        row.getLong("seqcache"),
        row.getBoolean("seqcycle"));
  }
}
