package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Statistics;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Reads extended statistics. Their columns are a set, which the server prints in the table's order;
 * since the order of columns is no difference, they are read in that of their names.
 */
final class StatisticsReader implements ObjectReader {

  private static final String ON = " ON ";

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        """
        select s.oid::bigint, n.nspname, s.stxname, s.stxrelid::bigint as relation,
               pg_catalog.pg_get_statisticsobjdef(s.oid) as definition, k.printed, k.sorted,
               'CREATE STATISTICS ' || pg_catalog.quote_ident(n.nspname) || '.'
                 || pg_catalog.quote_ident(s.stxname) as head,
               nullif(s.stxstattarget, -1) as target
          from pg_catalog.pg_statistic_ext s
          join pg_catalog.pg_namespace n on n.oid = s.stxnamespace
         cross join lateral (
           select pg_catalog.string_agg(
                    pg_catalog.quote_ident(a.attname), ', ' order by a.attnum) as printed,
                  pg_catalog.string_agg(
                    pg_catalog.quote_ident(a.attname), ', ' order by a.attname collate "C")
                    as sorted
             from pg_catalog.pg_attribute a
            where a.attrelid = s.stxrelid and a.attnum = any (s.stxkeys::int2[])) k
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
                    definition(row),
                    SystemQuery.integer(row, "target")),
                new Reading.Address("pg_statistic_ext", row.getLong("oid"), 0));
          }
        });
  }

  /** The columns stand behind the first ON after the name, expressions behind the columns. */
  private static String definition(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    String printed = row.getString("printed");
    String head = row.getString("head");
    if (printed == null || !definition.startsWith(head)) {
      return definition;
    }
    int columns = definition.indexOf(ON, head.length()) + ON.length();
    return definition.substring(0, columns)
        + row.getString("sorted")
        + definition.substring(columns + printed.length());
  }
}
