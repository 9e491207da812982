package dev.slipway.postgres;

import dev.slipway.dialect.BatchEnd;
import dev.slipway.dialect.BatchKey;
import dev.slipway.dialect.BatchRange;
import dev.slipway.dialect.Batches;
import dev.slipway.error.SlipwayException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Walks by row comparison (manual, 9.25.5), which an index on the same columns carries out. */
final class PostgresBatches implements Batches {

  private static final String KEY =
      """
      with t as (select pg_catalog.to_regclass(?) as oid),
           named as (select pg_catalog.unnest(?::text[]) as name),
           k as (
             select array(select a.attnum
                            from named n
                            left join pg_catalog.pg_attribute a
                              on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
                             and a.attname = n.name) as columns
               from t where exists (select from named)
             union all
             select (i.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1]
               from t join pg_catalog.pg_index i on i.indrelid = t.oid and i.indisprimary
              where not exists (select from named))
      select t.oid is not null, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),
             coalesce(a.attnotnull, false),
             exists (select from pg_catalog.pg_index i
                      where i.indrelid = t.oid and i.indisvalid and i.indpred is null
                        and (i.indkey::pg_catalog.int2[])[0:pg_catalog.cardinality(k.columns) - 1]
                            = k.columns)
        from t left join k on true
        left join lateral pg_catalog.unnest(k.columns) with ordinality u(attnum, place) on true
        left join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = u.attnum
       order by u.place
      """;

  @Override
  public BatchKey key(
      Connection connection, String table, @Nullable String alias, List<String> columns)
      throws SQLException {
    List<String> names = columns.stream().map(PostgresBatches::folded).toList();
    String called = alias == null ? table : alias;
    var shown = new ArrayList<String>();
    var types = new ArrayList<String>();
    try (PreparedStatement statement = connection.prepareStatement(KEY)) {
      Array array = connection.createArrayOf("text", names.toArray());
      statement.setString(1, table);
      statement.setArray(2, array);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          if (!rows.getBoolean(1)) {
            throw refused(table, "there is no such table.", "Name it as the session knows it.");
          }
          String name = rows.getString(2);
          if (name == null) {
            throw refused(
                table,
                names.isEmpty()
                    ? "it has no primary key to be walked by."
                    : "it has no column \"" + names.get(shown.size()) + "\".",
                "Name columns that are not null, and that an index begins with: key=a,b.");
          }
          requireWalkable(table, name, rows.getBoolean(4), rows.getBoolean(5));
          shown.add(called + "." + Quoting.identifier(name));
          types.add(rows.getString(3));
        }
      }
    }
    return new BatchKey(alias == null ? table : table + " " + alias, shown, types);
  }

  private static void requireWalkable(
      String table, String column, boolean isNotNull, boolean hasIndex) {
    if (!isNotNull) {
      throw refused(
          table,
          "its column \"" + column + "\" may be null, and rows without a key would be passed over.",
          "Walk by a key that is not null.");
    }
    if (!hasIndex) {
      throw refused(
          table,
          "no index begins with the columns of the key, so that each batch would read the whole"
              + " table.",
          "Walk by the primary key, or create an index before.");
    }
  }

  private static SlipwayException refused(String table, String what, String next) {
    return new SlipwayException(
        PostgresError.BATCH_KEY,
        "The table " + table + " can't be walked in batches: " + what,
        next);
  }

  /** A name as it is written in SQL, as the server stores it. */
  private static String folded(String written) {
    return written.startsWith("\"") && written.endsWith("\"") && written.length() > 1
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : Words.of(written).text();
  }

  @Override
  public @Nullable List<String> last(Connection connection, BatchKey key) throws SQLException {
    BatchEnd last = query(connection, key, selection(key, "", " desc", 1));
    return last == null ? null : last.key();
  }

  @Override
  public @Nullable BatchEnd end(
      Connection connection,
      BatchKey key,
      @Nullable List<String> after,
      List<String> until,
      long rows)
      throws SQLException {
    String where =
        " where "
            + (after == null ? "" : row(key) + " > " + row(key, after) + " and ")
            + row(key)
            + " <= "
            + row(key, until);
    return query(connection, key, selection(key, where, "", rows));
  }

  /** Rows by their key, each of its columns as {@code k0}, {@code k1} … */
  private static String selection(BatchKey key, String where, String direction, long rows) {
    return "select "
        + numbered(key, i -> key.columns().get(i) + " as k" + i)
        + " from "
        + key.table()
        + where
        + " order by "
        + numbered(key, i -> key.columns().get(i) + direction)
        + " limit "
        + rows;
  }

  /** The last row of a selection, and how many rows it has. */
  private static @Nullable BatchEnd query(Connection connection, BatchKey key, String selection)
      throws SQLException {
    int width = key.columns().size();
    String sql =
        "select "
            + numbered(key, i -> "k" + i + "::text")
            + ", pg_catalog.count(*) over () from ("
            + selection
            + ") batch order by "
            + numbered(key, i -> "batch.k" + i + " desc")
            + " limit 1";
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet found = statement.executeQuery(sql)) {
        if (!found.next()) {
          return null;
        }
        var end = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
          end.add(found.getString(i));
        }
        return new BatchEnd(end, found.getLong(width + 1));
      }
    }
  }

  private static String numbered(BatchKey key, IntFunction<String> column) {
    return IntStream.range(0, key.columns().size())
        .mapToObj(column)
        .collect(Collectors.joining(", "));
  }

  private static String row(BatchKey key) {
    return "(" + String.join(", ", key.columns()) + ")";
  }

  private static String row(BatchKey key, List<String> values) {
    return IntStream.range(0, values.size())
        .mapToObj(i -> Quoting.literal(values.get(i)) + "::" + key.types().get(i))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public @Nullable String within(
      String sql,
      BatchKey key,
      @Nullable List<String> after,
      List<String> end,
      @Nullable String more) {
    ConditionPlace place = ConditionPlace.of(sql);
    if (place == null) {
      return null;
    }
    String batch = condition(key, after, end) + (more == null ? "" : " and (" + more + "\n)");
    return place.with(batch);
  }

  /** That a row is of a batch. */
  static String condition(BatchRange range) {
    return condition(range.key(), range.after(), range.end());
  }

  private static String condition(BatchKey key, @Nullable List<String> after, List<String> end) {
    return (after == null ? "" : row(key) + " > " + row(key, after) + " and ")
        + row(key)
        + " <= "
        + row(key, end);
  }

  @Override
  public @Nullable String nowhere(String sql) {
    ConditionPlace place = ConditionPlace.of(sql);
    return place == null ? null : place.with("false");
  }

  @Override
  public long count(Connection connection, BatchKey key, String condition) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet rows =
          statement.executeQuery(
              "select pg_catalog.count(*) from " + key.table() + " where (" + condition + "\n)")) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  @Override
  public long estimate(Connection connection, BatchKey key) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("explain (format json) select 1 from " + key.table())) {
      rows.next();
      String plan = rows.getString(1);
      String rowsOf = "\"Plan Rows\":";
      int at = plan.indexOf(rowsOf);
      int to = plan.indexOf(',', at);
      return at < 0 || to < 0
          ? -1
          : Long.parseLong(plan.substring(at + rowsOf.length(), to).strip());
    }
  }

  /** Manual, 28.2.4 pg_stat_replication: what the role may not see is null. */
  @Override
  public Duration lag(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select coalesce(pg_catalog.max(extract(epoch from replay_lag)), 0)"
                    + " from pg_catalog.pg_stat_replication where state = 'streaming'")) {
      rows.next();
      return Duration.ofMillis(rows.getBigDecimal(1).movePointRight(3).longValue());
    }
  }
}
