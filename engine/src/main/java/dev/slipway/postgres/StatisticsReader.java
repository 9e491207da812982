package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Statistics;
import java.sql.SQLException;

/** Reads extended statistics. */
final class StatisticsReader implements ObjectReader {

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select s.oid::bigint, n.nspname, s.stxname, s.stxrelid::bigint as relation,
               pg_catalog.pg_get_statisticsobjdef(s.oid) as definition,
               nullif(s.stxstattarget, -1) as target
          from pg_catalog.pg_statistic_ext s
          join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
         where %s
        """
            .formatted(SystemQuery.USER_SCHEMA),
        row -> {
          ObjectId relation = reading.at("pg_class", row.getLong("relation"), 0);
          String schema = row.getString("nspname");
          if (relation != null && reading.reads(schema)) {
            reading.add(
                new Statistics(
                    ObjectId.of(Kind.STATISTICS, schema, row.getString("stxname")),
                    relation,
                    row.getString("definition"),
                    SystemQuery.integer(row, "target")),
                new Reading.Address("pg_statistic_ext", row.getLong("oid"), 0));
          }
        });
  }
}
