package dev.slipway.stamp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code slipway.stamp}: a row for each stamp that the database ever had, the last one in
 * force. Everybody may read it, since applications check it too; nothing of it is secret.
 */
final class StampTable {

  private static final String TABLE =
      """
      create schema if not exists slipway;
      create table if not exists slipway.stamp (
        position integer generated always as identity primary key,
        environment text not null,
        identity uuid not null,
        system_identifier text,
        database_oid oid not null,
        database_name text not null,
        table_oid oid not null,
        stamped_at timestamptz not null default pg_catalog.clock_timestamp(),
        stamped_by text not null default session_user,
        stamped_from text not null,
        reason text,
        tool_version text not null
      );
      comment on table slipway.stamp is 'Which environment this database is: the last row.';
      grant usage on schema slipway to public;
      grant select on slipway.stamp to public
      """;

  private static final String TABLE_OID =
      """
      (select c.oid from pg_catalog.pg_class c
         join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'slipway' and c.relname = 'stamp' and c.relkind = 'r')
      """;

  private static final String SYSTEM =
      "(select system_identifier::pg_catalog.text from pg_catalog.pg_control_system())";

  /** What is asked before the table is read: by one statement that never fails. */
  private record Ahead(long table, boolean maySeeSystem, String database) {}

  private StampTable() {}

  /** How the database stands to a name. */
  static Standing standing(Connection connection, String environment) throws SQLException {
    Ahead ahead = ahead(connection);
    Found found = ahead.table() == 0 ? null : read(connection, ahead);
    if (found == null) {
      return new Standing.Unstamped(ahead.database());
    }
    Stamp stamp = found.stamp();
    if (!stamp.environment().equals(environment)) {
      return new Standing.Another(stamp, found.here());
    }
    return stamp.place().isThat(found.here())
        ? new Standing.Stamped(stamp)
        : new Standing.Copied(stamp, found.here());
  }

  /** Makes the table where it is not there, and writes what is in force from now on. */
  static void write(
      Connection connection,
      String environment,
      UUID identity,
      @Nullable String reason,
      String from,
      String tool)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    String system = ahead(connection).maySeeSystem() ? system(connection) : null;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.stamp (environment, identity, system_identifier, database_oid,
                                       database_name, table_oid, stamped_from, reason, tool_version)
            select ?, ?, ?, d.oid, d.datname, 'slipway.stamp'::pg_catalog.regclass, ?, ?, ?
              from pg_catalog.pg_database d where d.datname = pg_catalog.current_database()
            """)) {
      statement.setString(1, environment);
      statement.setObject(2, identity);
      statement.setString(3, system);
      statement.setString(4, from);
      statement.setString(5, reason);
      statement.setString(6, tool);
      statement.executeUpdate();
    }
  }

  /** A last row whose place is that of no database; false where there is no table. */
  static boolean markCopy(Connection connection, String reason, String from, String tool)
      throws SQLException {
    if (ahead(connection).table() == 0) {
      return false;
    }
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into slipway.stamp (environment, identity, system_identifier, database_oid,
                                       database_name, table_oid, stamped_from, reason, tool_version)
            select environment, identity, 'copied', database_oid, database_name, 0, ?, ?, ?
              from slipway.stamp order by position desc limit 1
            """)) {
      statement.setString(1, from);
      statement.setString(2, reason);
      statement.setString(3, tool);
      return statement.executeUpdate() == 1;
    }
  }

  private record Found(Stamp stamp, DatabasePlace here) {}

  private static Ahead ahead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select coalesce("
                    + TABLE_OID
                    + ", 0), coalesce(pg_catalog.has_function_privilege("
                    + "pg_catalog.to_regprocedure('pg_catalog.pg_control_system()'), 'execute'),"
                    + " false), pg_catalog.current_database()")) {
      row.next();
      return new Ahead(row.getLong(1), row.getBoolean(2), row.getString(3));
    }
  }

  private static @Nullable Found read(Connection connection, Ahead ahead) throws SQLException {
    String system = ahead.maySeeSystem() ? system(connection) : null;
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select s.environment, s.identity, s.system_identifier, s.database_oid,
                       s.database_name, s.table_oid, s.stamped_at, s.stamped_by, s.stamped_from,
                       s.reason, s.tool_version, d.oid
                  from slipway.stamp s, pg_catalog.pg_database d
                 where d.datname = pg_catalog.current_database()
                 order by s.position desc limit 1
                """)) {
      if (!row.next()) {
        return null;
      }
      var there =
          new DatabasePlace(row.getString(3), row.getLong(4), row.getString(5), row.getLong(6));
      var stamp =
          new Stamp(
              row.getString(1),
              Objects.requireNonNull(row.getObject(2, UUID.class)),
              there,
              row.getTimestamp(7).toInstant(),
              row.getString(8),
              row.getString(9),
              row.getString(10),
              row.getString(11));
      return new Found(
          stamp, new DatabasePlace(system, row.getLong(12), ahead.database(), ahead.table()));
    }
  }

  /**
   * The server's system identifier; null where it does not tell, as servers that keep no control
   * file of their own. A transaction that is open goes on.
   */
  private static @Nullable String system(Connection connection) throws SQLException {
    Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + SYSTEM)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("08")) {
        throw e;
      }
      if (before != null) {
        connection.rollback(before);
      }
      return null;
    } finally {
      if (before != null) {
        connection.releaseSavepoint(before);
      }
    }
  }
}
