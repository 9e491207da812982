package dev.slipway.postgres;

import dev.slipway.dialect.ParkedEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of the ledger that says what is parked, since when, and by which migration. */
final class ParkedLedger {

  /** The ledger's format that brought the table. */
  static final int SINCE = 3;

  static final String TABLE =
      """
      create table slipway.parked (
        label text not null,
        object text not null,
        place text not null,
        migration text,
        parked_at timestamptz not null default pg_catalog.clock_timestamp(),
        parked_by text not null default session_user,
        purged_at timestamptz,
        primary key (label, object)
      );
      comment on table slipway.parked is
        'What was taken away and is kept under another name until it is purged.'
      """;

  private ParkedLedger() {}

  static List<ParkedEntry> read(Connection connection) throws SQLException {
    var entries = new ArrayList<ParkedEntry>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select label, migration, object, place, parked_at, purged_at
                  from slipway.parked
                 order by parked_at, label, object
                """)) {
      while (rows.next()) {
        Timestamp purged = rows.getTimestamp(6);
        entries.add(
            new ParkedEntry(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getTimestamp(5).toInstant(),
                purged == null ? null : purged.toInstant()));
      }
    }
    return entries;
  }

  static void write(
      Connection connection, String label, @Nullable String migration, String object, String place)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.parked (label, migration, object, place) values (?, ?, ?, ?)
            on conflict (label, object) do update
              set migration = excluded.migration, place = excluded.place,
                  parked_at = excluded.parked_at, parked_by = excluded.parked_by, purged_at = null
            """)) {
      statement.setString(1, label);
      statement.setString(2, migration);
      statement.setString(3, object);
      statement.setString(4, place);
      statement.executeUpdate();
    }
  }

  static void remove(Connection connection, String migration) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("delete from slipway.parked where migration = ?")) {
      statement.setString(1, migration);
      statement.executeUpdate();
    }
  }

  static void remove(Connection connection, String migration, String object) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from slipway.parked where migration = ? and object = ?")) {
      statement.setString(1, migration);
      statement.setString(2, object);
      statement.executeUpdate();
    }
  }

  static void purged(Connection connection, String label) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            update slipway.parked set purged_at = pg_catalog.clock_timestamp()
             where label = ? and purged_at is null
            """)) {
      statement.setString(1, label);
      statement.executeUpdate();
    }
  }
}
