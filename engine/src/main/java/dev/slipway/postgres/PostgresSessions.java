package dev.slipway.postgres;

import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.Login;
import dev.slipway.dialect.Sessions;
import dev.slipway.error.SlipwayException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Sessions are server processes (manual, 9.27.1 Session Information Functions). */
final class PostgresSessions implements Sessions {

  private static final String WHO = "select pg_catalog.pg_backend_pid()";

  /** How long a pool may look for another session, in seconds. */
  private static final int PATIENCE_SECONDS = 5;

  private static final int SHOWN = 100;

  /** A literal, or the beginning of one that the server cut off. */
  private static final Pattern LITERAL =
      Pattern.compile("'(?:[^']|'')*(?:'|$)|(\\$\\w*\\$).*?(?:\\1|$)", Pattern.DOTALL);

  @Override
  public long number(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(WHO)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public Login login(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select session_user, current_user")) {
      rows.next();
      return new Login(rows.getString(1), rows.getString(2));
    }
  }

  @Override
  public List<String> grantsToRead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select pg_catalog.quote_ident(current_user::text),
                       pg_catalog.has_schema_privilege(n.oid, 'USAGE'),
                       not exists (select from pg_catalog.pg_class c
                                    where c.relnamespace = n.oid and c.relkind = 'r'
                                      and not pg_catalog.has_table_privilege(c.oid, 'SELECT'))
                  from pg_catalog.pg_namespace n where n.nspname = 'slipway'
                """)) {
      if (!rows.next() || (rows.getBoolean(2) && rows.getBoolean(3))) {
        return List.of();
      }
      String role = rows.getString(1);
      return List.of(
          "grant usage on schema slipway to " + role,
          "grant select on all tables in schema slipway to " + role);
    }
  }

  @Override
  public List<Blocker> blockers(Connection connection, long waiting) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select b.pid, coalesce(a.xact_start::text, ''), coalesce(a.application_name, ''),
                   coalesce(a.usename, ''),
                   extract(epoch from pg_catalog.clock_timestamp() - a.xact_start),
                   coalesce(nullif(a.state, 'active'), ''), coalesce(a.query, '')
              from (select distinct pg_catalog.unnest(pg_catalog.pg_blocking_pids(?))) b(pid)
              left join pg_catalog.pg_stat_activity a on a.pid = b.pid
             order by a.xact_start nulls last, b.pid
            """)) {
      statement.setInt(1, Math.toIntExact(waiting));
      try (ResultSet rows = statement.executeQuery()) {
        var blockers = new ArrayList<Blocker>();
        while (rows.next()) {
          blockers.add(
              new Blocker(
                  rows.getLong(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  duration(rows.getBigDecimal(5)),
                  rows.getString(6),
                  shortened(rows.getString(7))));
        }
        return blockers;
      }
    }
  }

  /**
   * What it waits for, the server shows without touching its table of locks (manual, 27.2.3),
   * unless a session took a role that may not see what its own login does.
   */
  @Override
  public boolean isWaiting(Connection connection, long session) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select from pg_catalog.pg_stat_get_activity(?) a
             where a.wait_event_type = 'Lock'
                or (a.query = '<insufficient privilege>'
                    and exists (select from pg_catalog.pg_locks l
                                 where l.pid = a.pid and not l.granted))
            """)) {
      statement.setInt(1, Math.toIntExact(session));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Its time of begin is there since 14, and missing for a moment at first (manual, 53.13). */
  @Override
  public Duration waiting(Connection connection, long session) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select extract(epoch from pg_catalog.clock_timestamp() - pg_catalog.min(l.waitstart))
              from pg_catalog.pg_locks l where l.pid = ? and not l.granted
            """)) {
      statement.setInt(1, Math.toIntExact(session));
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return Objects.requireNonNullElse(duration(rows.getBigDecimal(1)), Duration.ZERO);
      }
    }
  }

  private static @Nullable Duration duration(@Nullable BigDecimal seconds) {
    return seconds == null ? null : Duration.ofMillis(seconds.movePointRight(3).longValue());
  }

  /** What the role may not see, the server says in words. */
  static String shortened(String query) {
    if (query.equals("<insufficient privilege>")) {
      return "";
    }
    String line = LITERAL.matcher(query).replaceAll("'…'").strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
  }

  /**
   * Where the driver was told another process than the one that answers, a pool is in the way.
   * Which kind it is, is asked by behavior: while another client of ours holds a transaction open,
   * a pool that works transaction by transaction gives it the session that was ours before.
   */
  @Override
  public boolean isShared(Connection connection, long number, Supplier<Connection> another)
      throws SQLException {
    if (connection.unwrap(PGConnection.class).getBackendPID() == number) {
      return false;
    }
    try (Connection other = another.get();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.setQueryTimeout(PATIENCE_SECONDS);
      boolean isShared;
      try (ResultSet rows = statement.executeQuery(WHO)) {
        rows.next();
        isShared = rows.getLong(1) == number || number(connection) != number;
      }
      other.rollback();
      return isShared;
    } catch (SlipwayException | SQLException e) {
      // A pool that has no other session to give keeps ours for us.
      return number(connection) != number;
    }
  }

  @Override
  public boolean end(Connection connection, long session, boolean whole) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            whole
                ? "select pg_catalog.pg_terminate_backend(?)"
                : "select pg_catalog.pg_cancel_backend(?)")) {
      statement.setInt(1, Math.toIntExact(session));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
