package dev.slipway.postgres;

import dev.slipway.dialect.StatementWork;
import dev.slipway.dialect.VitalSigns;
import dev.slipway.dialect.Vitals;
import dev.slipway.dialect.WorkDone;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's statistics (manual, 27.2 and F.32). What only some roles see is null for the
 * others: of replicas and of statements that says that it isn't known, never that it is nothing.
 */
final class PostgresVitals implements Vitals {

  private static final String SIGNS =
      """
      select (select pg_catalog.count(distinct l.pid)
                from pg_catalog.pg_locks l
                join pg_catalog.pg_stat_activity a on a.pid = l.pid
               where not l.granted and a.datname = pg_catalog.current_database()
                 and l.waitstart < pg_catalog.clock_timestamp()
                                   - pg_catalog.make_interval(secs => ?)),
             (select pg_catalog.sum(numbackends) from pg_catalog.pg_stat_database),
             pg_catalog.current_setting('max_connections')::pg_catalog.int4,
             d.deadlocks, d.xact_commit, d.xact_rollback
        from pg_catalog.pg_stat_database d
       where d.datname = pg_catalog.current_database()
      """;

  private static final String REPLICAS =
      """
      select pg_catalog.count(*) filter (where state is null),
             pg_catalog.count(*) filter (where state in ('streaming', 'catchup')),
             pg_catalog.max(extract(epoch from coalesce(replay_lag, '0')))
               filter (where state in ('streaming', 'catchup'))
        from pg_catalog.pg_stat_replication
      """;

  private static final String EXTENSION =
      """
      select pg_catalog.quote_ident(n.nspname),
             pg_catalog.pg_has_role(current_user, 'pg_read_all_stats', 'usage')
        from pg_catalog.pg_extension e
        join pg_catalog.pg_namespace n on n.oid = e.extnamespace
       where e.extname = 'pg_stat_statements'
      """;

  /** What the view says of a server that doesn't load the library: object not in its state. */
  private static final String NOT_LOADED = "55000";

  @Override
  public VitalSigns signs(Connection connection, Duration waiting) throws SQLException {
    Duration lag = null;
    String unknown = null;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(REPLICAS)) {
      row.next();
      if (row.getInt(1) > 0) {
        unknown = "the role sees no replicas; grant it pg_read_all_stats";
      } else if (row.getInt(2) == 0) {
        unknown = "no replica is connected";
      } else {
        lag = Duration.ofMillis(Math.round(row.getDouble(3) * 1000));
      }
    }
    return signs(connection, waiting, lag, unknown);
  }

  private static VitalSigns signs(
      Connection connection, Duration waiting, @Nullable Duration lag, @Nullable String unknown)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SIGNS)) {
      statement.setDouble(1, waiting.toMillis() / 1000.0);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new VitalSigns(
            row.getInt(1),
            row.getInt(2),
            row.getInt(3),
            row.getLong(4),
            row.getLong(5),
            row.getLong(6),
            lag,
            unknown);
      }
    }
  }

  @Override
  public WorkDone work(Connection connection) throws SQLException {
    String schema;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(EXTENSION)) {
      if (!row.next()) {
        return unknown("the extension pg_stat_statements is not in the database");
      }
      if (!row.getBoolean(2)) {
        return unknown("the role sees no statements of others; grant it pg_read_all_stats");
      }
      schema = row.getString(1);
    }
    Map<String, StatementWork> statements = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(work(schema))) {
      while (rows.next()) {
        statements.put(
            rows.getString(1),
            new StatementWork(rows.getString(2), rows.getLong(3), rows.getDouble(4)));
      }
    } catch (SQLException e) {
      if (NOT_LOADED.equals(e.getSQLState())) {
        return unknown("pg_stat_statements is not in shared_preload_libraries of the server");
      }
      throw e;
    }
    return new WorkDone(statements, null);
  }

  private static WorkDone unknown(String why) {
    return new WorkDone(Map.of(), why);
  }

  /** Comments before the first word are those of libraries. */
  private static String work(String schema) {
    return """
    select pg_catalog.md5(query), pg_catalog.min(query), pg_catalog.sum(calls),
           pg_catalog.sum(total_exec_time)
      from %s.pg_stat_statements
     where dbid = (select oid from pg_catalog.pg_database
                    where datname = pg_catalog.current_database())
       and query ~* '^\\s*(/\\*.*?\\*/\\s*|--[^\\n]*\\n\\s*)*(select|insert|update|delete|merge|with)\\y'
     group by 1
    """
        .formatted(schema);
  }
}
