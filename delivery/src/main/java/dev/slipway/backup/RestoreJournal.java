package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * How far a restore is, in the database that is restored to: what is done stands there in the same
 * transaction, so that a restore that was killed goes on where it was. It goes with the last step.
 */
final class RestoreJournal {

  static final String SCHEMA = "slipway_restore";

  /** That the database was created for the restore, and holds nothing else. */
  static final String CREATED = "created";

  /** That a program began to write. */
  static final String BEGUN = "begun";

  private static final String DONE = SCHEMA + ".done";

  private RestoreJournal() {}

  /**
   * What is done already; nothing where it was not begun.
   *
   * @throws SlipwayException when another backup is being restored there
   */
  static Set<String> read(Connection connection, Backup backup) throws SQLException {
    Set<String> done = new HashSet<>();
    if (!isThere(connection)) {
      return done;
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select what from " + DONE)) {
      while (rows.next()) {
        done.add(rows.getString(1));
      }
    }
    if (!done.remove(backup.hash())) {
      throw new SlipwayException(
          BackupError.RESTORE_TARGET_USED,
          "The database was begun to be restored from another backup.",
          "Name that backup, or drop the database and create it again.");
    }
    return done;
  }

  static boolean isThere(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_catalog.to_regclass('" + DONE + "') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /** Begins it. */
  static void begin(Connection connection, Backup backup) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema " + SCHEMA);
      statement.execute("create table " + DONE + " (what text primary key)");
    }
    mark(connection, backup.hash());
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Writes down within the open transaction that something is done. */
  static void mark(Connection connection, String what) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + DONE + " values (?)")) {
      insert.setString(1, what);
      insert.execute();
    }
  }

  /** Ends it. */
  static void end(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop schema " + SCHEMA + " cascade");
    }
  }
}
