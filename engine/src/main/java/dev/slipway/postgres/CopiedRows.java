package dev.slipway.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Sends rows behind {@code COPY … FROM STDIN} (manual, COPY; 55.2.6 COPY Operations). */
final class CopiedRows {

  private CopiedRows() {}

  /** How many rows the server took. */
  static long load(Connection connection, String sql, String rows) throws SQLException {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows));
    } catch (IOException e) {
      throw new IllegalStateException("a text can be read", e);
    }
  }
}
