package dev.slipway.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What tables of a throw-away database held at several times, kept by the server in a temporary
 * table of this session. Not thread-safe.
 *
 * <p>A row is the text of all its columns but those that are parked, in the order of their names,
 * its key first. Two times are compared there as sets of rows in which one can be several times, so
 * that nothing but what differs is read.
 */
public final class SeenRows {

  private final Connection connection;
  private int times;

  /**
   * @param connection to the database, in auto-commit mode
   */
  public SeenRows(Connection connection) {
    this.connection = connection;
  }

  /**
   * Looks at all tables.
   *
   * @return by which number this time is known
   */
  public int look() throws SQLException {
    times++;
    run(
        "create temporary table slipway_seen_"
            + times
            + " (place text not null, name text not null, held text not null)");
    // The columns of the key, else the first one, are what a row is named by.
    run(
        """
        do $slipway$
        declare
          found record;
        begin
          for found in
            select n.nspname || '.' || c.relname as place,
                   pg_catalog.format('%%I.%%I', n.nspname, c.relname) as quoted,
                   columns.name, columns.held
              from pg_catalog.pg_class c
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              left join pg_catalog.pg_index i on i.indrelid = c.oid and i.indisprimary
              cross join lateral (
                select pg_catalog.string_agg(one.shown, ' || '', '' || ' order by a.attname)
                         filter (where a.attnum = any (i.indkey::int2[])
                                    or i.indkey is null and a.attnum = 1) as name,
                       pg_catalog.string_agg(one.shown, ' || '', '' || ' order by a.attname) as held
                  from pg_catalog.pg_attribute a
                  cross join lateral (
                    select pg_catalog.format('%%L || pg_catalog.quote_nullable(%%I::text)',
                                             a.attname || ' = ', a.attname) as shown) one
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                   and a.attname not like 'slipway\\_parked\\_%%') columns
             where c.relkind = 'r' and c.relpersistence <> 't' and %s
          loop
            execute pg_catalog.format(
              'insert into pg_temp.slipway_seen_%d select %%L, %%s, %%s from only %%s',
              found.place, coalesce(found.name, ''''''), coalesce(found.held, ''''''), found.quoted);
          end loop;
        end
        $slipway$
        """
            .formatted(Standing.SCHEMAS, times));
    return times;
  }

  /** Forgets a time. */
  public void forget(int time) throws SQLException {
    run("drop table pg_temp.slipway_seen_" + time);
  }

  /** The tables that had rows at a time, as {@code schema.table}. */
  public Set<String> held(int time) throws SQLException {
    Set<String> held = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select distinct place from pg_temp.slipway_seen_" + time)) {
      while (row.next()) {
        held.add(row.getString(1));
      }
    }
    return held;
  }

  /** What is not the same at two times, a table each; empty where all is. */
  public List<Difference> differences(int before, int after) throws SQLException {
    List<Difference> differences = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select place, pg_catalog.sum(gone), pg_catalog.sum(come), pg_catalog.min(name)
                  from (
                    select place, name, 1 as gone, 0 as come from (
                      select * from pg_temp.slipway_seen_%1$d
                      except all
                      select * from pg_temp.slipway_seen_%2$d) a
                    union all
                    select place, name, 0, 1 from (
                      select * from pg_temp.slipway_seen_%2$d
                      except all
                      select * from pg_temp.slipway_seen_%1$d) b) differing
                 group by place
                 order by place
                """
                    .formatted(before, after))) {
      while (row.next()) {
        differences.add(
            new Difference(row.getString(1), row.getLong(2), row.getLong(3), row.getString(4)));
      }
    }
    return differences;
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }

  /**
   * That a table's rows are not the same.
   *
   * @param table its schema and name with a point between
   * @param gone how many rows of the first time are not there as they were
   * @param come how many rows of the second time were not there as they are
   * @param sample the key of one of them
   */
  public record Difference(String table, long gone, long come, String sample) {}
}
