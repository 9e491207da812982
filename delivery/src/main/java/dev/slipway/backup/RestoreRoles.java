package dev.slipway.backup;

import dev.slipway.error.SlipwayException;
import dev.slipway.shadow.ShadowRoles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The roles that what is restored belongs to; they are no part of a database. */
final class RestoreRoles {

  private final Connection connection;
  private final Backup backup;

  RestoreRoles(Connection connection, Backup backup) {
    this.connection = connection;
    this.backup = backup;
  }

  /** Makes sure that they are there, and creates them where that is wanted. */
  void require(RestoreOptions options) throws SQLException {
    List<String> missing = new ArrayList<>(backup.manifest().roles());
    missing.removeAll(there());
    if (missing.isEmpty()) {
      return;
    }
    if (!options.createRoles()) {
      throw new SlipwayException(
          BackupError.RESTORE_ROLES_MISSING,
          "The server lacks roles that own or may use what is restored: "
              + String.join(", ", missing)
              + ".",
          "Create them, or have them created without a login by --create-roles.");
    }
    ShadowRoles.createAll(connection, missing);
    DumpCopy dump = backup.manifest().dump();
    if (options.throwAway() && dump != null) {
      missing.retainAll(dump.superusers());
      for (String role : missing) {
        makeSuperuser(role);
      }
    }
  }

  /** As the owner of an event trigger or a foreign data wrapper has to be. */
  private void makeSuperuser(String role) throws SQLException {
    String sql;
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_catalog.format('alter role %I superuser', ?)")) {
      statement.setString(1, role);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        sql = row.getString(1);
      }
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Set<String> there() throws SQLException {
    Set<String> names = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select rolname from pg_catalog.pg_roles")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
