package dev.slipway.postgres;

import dev.slipway.catalog.Trigger;
import dev.slipway.dialect.Compared;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One query of the system catalogs, and the conditions that most of them share. */
final class SystemQuery {

  /**
   * That the schema {@code n} is one of the user's: the server reserves the prefix {@code pg_} for
   * its own.
   */
  static final String USER_SCHEMA =
      """
      n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'slipway', 'slipway_parked')\
      """;

  /** The same with Slipway's own schemas. */
  private static final String USER_OR_OUR_SCHEMA =
      "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

  /**
   * The first oid that the server gives to what users create (src/include/access/transam.h); what
   * it brought along lies below, but for what is said of the schema {@code public}.
   */
  static final int FIRST_USER_OID = 16384;

  private SystemQuery() {}

  /** What is done with each row. */
  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** Hands each row of a query over in turn. */
  static void run(Reading reading, String sql, RowReader rows) throws SQLException {
    try (PreparedStatement statement = reading.connection().prepareStatement(seeing(reading, sql));
        ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        rows.read(found);
      }
    }
  }

  private static String seeing(Reading reading, String sql) {
    return reading.scope().compares(Compared.OURS)
        ? sql.replace(USER_SCHEMA, USER_OR_OUR_SCHEMA)
        : sql;
  }

  /** When a trigger or a rule is in force, by the server's letter. */
  static Trigger.Enabled enabled(ResultSet row, String column) throws SQLException {
    String code = row.getString(column);
    return switch (code) {
      case "O" -> Trigger.Enabled.ORIGIN;
      case "D" -> Trigger.Enabled.DISABLED;
      case "R" -> Trigger.Enabled.REPLICA;
      case "A" -> Trigger.Enabled.ALWAYS;
      default -> throw new IllegalStateException(column + " is " + code);
    };
  }

  /** A number that may be null. */
  static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  /** The texts of an array; empty for null. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    @Nullable Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
