package dev.slipway.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role that logged in, until that is given back which a script has set. Within one transaction,
 * whose end without success gives it back too.
 */
final class OwnRole {

  private static final String WHO =
      "select pg_catalog.current_setting('session_authorization'),"
          + " pg_catalog.current_setting('role'), pg_catalog.current_setting('row_security')";

  private final Connection connection;
  private final String session;
  private final String role;
  private final String rowSecurity;

  private OwnRole(Connection connection, String session, String role, String rowSecurity) {
    this.connection = connection;
    this.session = session;
    this.role = role;
    this.rowSecurity = rowSecurity;
  }

  static OwnRole take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          WHO + "; set local session authorization default; set local role to default");
      try (ResultSet row = statement.getResultSet()) {
        row.next();
        return new OwnRole(connection, row.getString(1), row.getString(2), row.getString(3));
      }
    }
  }

  void giveBack() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select pg_catalog.set_config('session_authorization', ?, true),"
                + " pg_catalog.set_config('role', ?, true),"
                + " pg_catalog.set_config('row_security', ?, true)")) {
      statement.setString(1, session);
      statement.setString(2, role);
      statement.setString(3, rowSecurity);
      statement.execute();
    }
  }
}
