package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.CopiedTable;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseTraits;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.SequenceState;
import dev.slipway.dialect.SharedSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

/**
 * Copies rows by COPY in text format (manual, COPY), which every type and every version reads.
 *
 * <p>The server sends one message for each row (manual, 55.2.6 COPY Operations).
 */
final class PostgresCopies implements Copies {

  private static final int BUFFER_BYTES = 1 << 16;

  private static final String WRITING =
      """
      set search_path = '';
      set statement_timeout = 0;
      set lock_timeout = 0;
      set idle_in_transaction_session_timeout = 0;
      set row_security = off;
      set check_function_bodies = off;
      set xmloption = content;
      set synchronous_commit = off
      """;

  private static final String UNFILLED =
      """
      select n.nspname, c.relname
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'm' and not c.relispopulated and n.nspname !~ '^pg_temp'
       order by 1, 2
      """;

  private static final String ANALYZED =
      """
      select n.nspname, c.relname
        from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       where (c.relkind in ('r', 'p') or c.relkind = 'm' and c.relispopulated)
         and c.relpersistence <> 't'
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       order by pg_catalog.pg_table_size(c.oid) desc, 1, 2
      """;

  @Override
  public SharedSnapshot snapshot(DatabaseUrl url) {
    return PostgresSnapshot.open(url);
  }

  @Override
  public List<CopiedTable> tables(Connection connection, long pieceBytes) throws SQLException {
    return CopiedTables.of(connection, pieceBytes);
  }

  @Override
  public long read(Connection connection, String piece, RowSink rows)
      throws SQLException, IOException {
    CopyOut copy = manager(connection).copyOut(piece);
    long count = 0;
    try {
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        rows.take(row);
        count++;
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    return count;
  }

  @Override
  public long write(Connection connection, ObjectId table, List<String> columns, InputStream rows)
      throws SQLException, IOException {
    String names = columns.isEmpty() ? "" : " (" + Quoting.identifiers(columns) + ")";
    return write(connection, "copy " + Quoting.qualified(table) + names + " from stdin", rows);
  }

  private static long write(Connection connection, String sql, InputStream rows)
      throws SQLException, IOException {
    CopyIn copy = manager(connection).copyIn(sql);
    try {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
        copy.writeToCopy(buffer, 0, read);
      }
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static CopyManager manager(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  @Override
  public boolean hasRows(Connection connection, ObjectId table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select exists (select from only " + Quoting.qualified(table) + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  public List<SequenceState> sequences(Connection connection) throws SQLException {
    return SequenceStates.read(connection);
  }

  @Override
  public void set(Connection connection, List<SequenceState> states) throws SQLException {
    SequenceStates.write(connection, states);
  }

  @Override
  public void advance(Connection connection, ObjectId table) throws SQLException {
    SequenceStates.advance(connection, table);
  }

  @Override
  public CopiedTable largeObjects(Connection connection) throws SQLException {
    return LargeObjects.of(connection);
  }

  @Override
  public long writeLargeObjects(Connection connection, InputStream rows)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(LargeObjects.RECEIVE);
      long count = write(connection, LargeObjects.FILL, rows);
      statement.execute(LargeObjects.MAKE);
      return count;
    }
  }

  @Override
  public DatabaseTraits traits(Connection connection) throws SQLException {
    return Traits.read(connection);
  }

  @Override
  public boolean isThere(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select exists (select from pg_catalog.pg_database where datname = "
                    + Quoting.literal(name)
                    + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  public void create(Connection connection, String name, DatabaseTraits traits)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create database "
              + Quoting.identifier(name)
              + " template template0 encoding "
              + Quoting.literal(traits.encoding())
              + " "
              + traits.locale());
    }
  }

  @Override
  public void drop(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop database " + Quoting.identifier(name) + " with (force)");
    }
  }

  @Override
  public void prepare(Connection connection, boolean besideTriggers) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(WRITING);
      if (besideTriggers) {
        statement.execute("set session_replication_role = replica");
      }
    }
  }

  @Override
  public void sortIn(Connection connection, long bytes) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_catalog.set_config('maintenance_work_mem', '%1$dkB', false)
           where pg_catalog.pg_size_bytes(pg_catalog.current_setting('maintenance_work_mem'))
               < %1$d * 1024::bigint
          """
              .formatted(bytes >> 10));
    }
  }

  @Override
  public List<ObjectId> analyzed(Connection connection) throws SQLException {
    return ids(connection, ANALYZED, Kind.TABLE);
  }

  @Override
  public void analyze(Connection connection, ObjectId table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze " + Quoting.qualified(table));
    }
  }

  @Override
  public List<ObjectId> unfilled(Connection connection) throws SQLException {
    return ids(connection, UNFILLED, Kind.VIEW);
  }

  private static List<ObjectId> ids(Connection connection, String sql, Kind kind)
      throws SQLException {
    List<ObjectId> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(ObjectId.of(kind, rows.getString(1), rows.getString(2)));
      }
    }
    return ids;
  }

  @Override
  public String unfill(ObjectId view) {
    return "refresh materialized view " + Quoting.qualified(view) + " with no data";
  }
}
