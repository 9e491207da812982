package dev.slipway.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The forms in which values are printed where they are compared as texts, until those are given
 * back which a script has set. Within one transaction.
 */
final class TextForms {

  private static final String NOW =
      "select pg_catalog.current_setting('datestyle'), pg_catalog.current_setting('intervalstyle'),"
          + " pg_catalog.current_setting('extra_float_digits'),"
          + " pg_catalog.current_setting('bytea_output')";

  private static final String SET =
      "select pg_catalog.set_config('datestyle', ?, true),"
          + " pg_catalog.set_config('intervalstyle', ?, true),"
          + " pg_catalog.set_config('extra_float_digits', ?, true),"
          + " pg_catalog.set_config('bytea_output', ?, true)";

  /** The same settings as clauses of a function. */
  static final String OF_FUNCTION =
      " set datestyle = 'ISO, YMD' set intervalstyle = 'postgres' set extra_float_digits = 1"
          + " set bytea_output = 'hex'";

  private static final List<String> OURS = List.of("ISO, YMD", "postgres", "1", "hex");

  private final Connection connection;
  private final List<String> before;

  private TextForms(Connection connection, List<String> before) {
    this.connection = connection;
    this.before = before;
  }

  static TextForms take(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(NOW)) {
      row.next();
      var forms =
          new TextForms(
              connection,
              List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
      forms.set(OURS);
      return forms;
    }
  }

  void giveBack() throws SQLException {
    set(before);
  }

  private void set(List<String> values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setString(i + 1, values.get(i));
      }
      statement.execute();
    }
  }
}
