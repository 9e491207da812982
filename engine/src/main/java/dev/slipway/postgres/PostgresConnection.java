package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections and turns the driver's errors into sentences. */
final class PostgresConnection {

  private PostgresConnection() {}

  static Connection open(DatabaseUrl url, String purpose) {
    try {
      return java.sql.DriverManager.getConnection(
          url.value() + purpose.substring(purpose.length()));
    } catch (SQLException e) {
      throw failed("connecting to " + url, e);
    }
  }

  static SlipwayException failed(String doing, SQLException e) {
    return new SlipwayException(
        PostgresError.QUERY_FAILED,
        doing + " failed: " + e.getMessage(),
        "Mend what the server names, then run the command again.",
        e);
  }
}
