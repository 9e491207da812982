package dev.slipway.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an engine walks a table in batches of rows that follow each other by a key. Stateless and
 * thread-safe.
 */
public interface Batches {

  /**
   * What a table is walked by.
   *
   * @param table the table as the session knows it
   * @param alias what it is called in the statement; null for by its own name
   * @param columns the columns of the key; empty for the primary key
   * @throws dev.slipway.error.SlipwayException when the table is not there, or can't be walked by
   *     these columns: one may be null, or no index begins with them
   */
  BatchKey key(Connection connection, String table, @Nullable String alias, List<String> columns)
      throws SQLException;

  /** The key of the last row that there is now; null when there is none. */
  @Nullable List<String> last(Connection connection, BatchKey key) throws SQLException;

  /**
   * Where a batch ends; null when no row is left.
   *
   * @param after the key of the last row of the batch before; null for the first batch
   * @param until the key of the last row that is walked to
   * @param rows how many rows the batch has at the most
   */
  @Nullable BatchEnd end(
      Connection connection,
      BatchKey key,
      @Nullable List<String> after,
      List<String> until,
      long rows)
      throws SQLException;

  /**
   * A statement that concerns the rows of one batch alone.
   *
   * @param sql the statement that concerns all rows
   * @param more a further condition; null for none
   * @return null when the statement's form does not permit a condition, or would mean something
   *     else with it
   */
  @Nullable String within(
      String sql,
      BatchKey key,
      @Nullable List<String> after,
      List<String> end,
      @Nullable String more);

  /**
   * A statement that concerns no row, so that the engine only says whether it could run.
   *
   * @param sql the statement that concerns all rows
   * @return null as {@link #within} does
   */
  @Nullable String nowhere(String sql);

  /** How many rows of the table a condition holds for. */
  long count(Connection connection, BatchKey key, String condition) throws SQLException;

  /** About how many rows the table has, without counting them; -1 when nobody knows. */
  long estimate(Connection connection, BatchKey key) throws SQLException;

  /** How far the slowest replica that the role can see is behind; zero when there is none. */
  Duration lag(Connection connection) throws SQLException;
}
