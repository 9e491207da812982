package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.DeployedRelease;
import dev.slipway.dialect.ReleaseUse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables of the ledger that say which releases of an application run, and what they use. */
final class ReleaseLedger {

  /** The ledger's format that brought the tables. */
  static final int SINCE = 4;

  static final String TABLES =
      """
      create table slipway.release (
        name text primary key,
        started_at timestamptz not null default pg_catalog.now(),
        started_by text not null default session_user,
        started_from text not null,
        ended_at timestamptz,
        ended_by text,
        tool_version text not null
      );
      create table slipway.release_use (
        release text not null references slipway.release on delete cascade,
        kind text not null,
        path text[] not null,
        how text not null,
        place text not null,
        line integer,
        primary key (release, kind, path, how)
      );
      create table slipway.release_override (
        migration text not null,
        release text not null,
        code text not null,
        object text not null,
        reason text not null,
        given_at timestamptz not null default pg_catalog.now(),
        given_by text not null default session_user
      );
      comment on table slipway.release_override is
        'What was allowed although a deployed release did not expect it, and why.';
      comment on table slipway.release is
        'The releases of applications that work with this database.';
      comment on table slipway.release_use is
        'The tables and columns that a release uses, with the first place in its classes.'
      """;

  private ReleaseLedger() {}

  static void start(
      Connection connection, String name, List<ReleaseUse> uses, String from, String tool)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.release as r (name, started_from, tool_version) values (?, ?, ?)
            on conflict (name) do update
               set started_at = case when r.ended_at is null then r.started_at
                                     else pg_catalog.now() end,
                   started_by = session_user, started_from = excluded.started_from,
                   ended_at = null, ended_by = null, tool_version = excluded.tool_version
            """)) {
      statement.setString(1, name);
      statement.setString(2, from);
      statement.setString(3, tool);
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement("delete from slipway.release_use where release = ?")) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into slipway.release_use (release, kind, path, how, place, line)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (ReleaseUse use : uses) {
        statement.setString(1, name);
        statement.setString(2, word(use.object().kind()));
        statement.setArray(3, connection.createArrayOf("text", use.object().path().toArray()));
        statement.setString(4, word(use.how()));
        statement.setString(5, use.place());
        statement.setObject(6, use.line(), Types.INTEGER);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  static boolean end(Connection connection, String name) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update slipway.release set ended_at = pg_catalog.now(), ended_by = session_user"
                + " where name = ? and ended_at is null")) {
      statement.setString(1, name);
      return statement.executeUpdate() > 0;
    }
  }

  static void override(
      Connection connection,
      String migration,
      String release,
      String code,
      String object,
      String reason)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into slipway.release_override (migration, release, code, object, reason)"
                + " values (?, ?, ?, ?, ?)")) {
      statement.setString(1, migration);
      statement.setString(2, release);
      statement.setString(3, code);
      statement.setString(4, object);
      statement.setString(5, reason);
      statement.executeUpdate();
    }
  }

  static List<DeployedRelease> read(Connection connection) throws SQLException {
    Map<String, List<ReleaseUse>> uses = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows =
          statement.executeQuery(
              "select release, kind, path, how, place, line from slipway.release_use"
                  + " order by release, kind, path, how")) {
        while (rows.next()) {
          int line = rows.getInt(6);
          uses.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
              .add(
                  new ReleaseUse(
                      new ObjectId(
                          Kind.valueOf(rows.getString(2).toUpperCase(Locale.ROOT)),
                          List.of((String[]) rows.getArray(3).getArray())),
                      ReleaseUse.How.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                      rows.getString(5),
                      line == 0 ? null : line));
        }
      }
      List<DeployedRelease> releases = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "select name, started_at, started_by, started_from, ended_at from slipway.release"
                  + " order by started_at, name")) {
        while (rows.next()) {
          Timestamp ended = rows.getTimestamp(5);
          releases.add(
              new DeployedRelease(
                  rows.getString(1),
                  rows.getTimestamp(2).toInstant(),
                  rows.getString(3),
                  rows.getString(4),
                  ended == null ? null : ended.toInstant(),
                  uses.getOrDefault(rows.getString(1), List.of())));
        }
      }
      return releases;
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
