package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Opens connections and turns the driver's errors into sentences. */
final class PostgresConnection {

  /** Its life ended in November 2026: one brings its databases to newer servers. */
  private static final int OLDEST = 14;

  private static final int OLDEST_CHANGED = 15;
  private static final int NEWEST = 18;

  /**
   * Constants print alike in every session. The search path stays the user's: scripts expect
   * theirs.
   */
  static final String SETTINGS =
      """
      set timezone = 'UTC';
      set datestyle = 'ISO, YMD';
      set intervalstyle = 'postgres';
      set extra_float_digits = 1;
      set standard_conforming_strings = on;
      set client_min_messages = warning;
      set lock_timeout = '10s'
      """;

  private PostgresConnection() {}

  static Connection open(DatabaseUrl url, String purpose) {
    return Renewal.of(url).open(value -> open(value, url, purpose));
  }

  private static Connection open(String value, DatabaseUrl url, String purpose) {
    ConnectionAddress address = ConnectionAddress.parse(value);
    Properties properties = address.properties();
    properties.setProperty("ApplicationName", "slipway " + purpose);
    // The name is then given when the session begins, so that RESET ALL does not take it away.
    properties.setProperty("assumeMinServerVersion", String.valueOf(OLDEST));
    properties.putIfAbsent("connectTimeout", "10");
    properties.putIfAbsent("tcpKeepAlive", "true");
    ServerCheck check = ServerCheck.prepare(url, properties);
    try {
      return prepared(DriverManager.getConnection(address.url(), properties), url);
    } catch (SQLException e) {
      SlipwayException refusal = check.refusal(url, e);
      throw refusal == null ? refused(url, properties.getProperty("user"), e) : refusal;
    }
  }

  private static Connection prepared(Connection connection, DatabaseUrl url) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST || version > NEWEST) {
        throw new SlipwayException(
            PostgresError.UNSUPPORTED_SERVER_VERSION,
            "The server of %s is PostgreSQL %s; PostgreSQL %d to %d are supported."
                .formatted(
                    url, connection.getMetaData().getDatabaseProductVersion(), OLDEST, NEWEST),
            version < OLDEST ? "Upgrade the server." : "Use a newer version of Slipway.");
      }
      statement.execute(SETTINGS);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  static void requireChangeable(Connection connection) {
    try {
      if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_CHANGED) {
        throw new SlipwayException(
            PostgresError.UNSUPPORTED_SERVER_VERSION,
            "The server is PostgreSQL %s: it can be looked at, backed up and restored to; schemas are changed on PostgreSQL %d to %d. Nothing ran."
                .formatted(
                    connection.getMetaData().getDatabaseProductVersion(), OLDEST_CHANGED, NEWEST),
            "Bring the database to a newer server: `slipway backup create`, then `slipway restore"
                + " --into ADDRESS`.");
      }
    } catch (SQLException e) {
      throw failed("asking for the server's version", e);
    }
  }

  private static SlipwayException refused(DatabaseUrl url, @Nullable String user, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    String as = user == null ? "" : " as " + user;
    if (url.takesRole() && String.valueOf(e.getMessage()).contains("unsupported startup param")) {
      return new SlipwayException(
          PostgresError.ROLE_REFUSED,
          "A pool in front of %s does not pass on which role a session takes: %s"
              .formatted(url, sentence(e)),
          "Connect to the server itself, or leave migrate_as and read_as out and give the user its"
              + " role for good: alter role USER set role = ROLE.",
          e);
    }
    return switch (state) {
      case "28P01", "28000", "08004" ->
          new SlipwayException(
              PostgresError.LOGIN_REFUSED,
              "The server of %s refuses the login%s: %s".formatted(url, as, sentence(e)),
              sentence(e).contains("certificate")
                  ? "Show the server a certificate: tls: { cert: FILE, key: FILE } in slipway.yml,"
                      + " or sslcert and sslkey in the address."
                  : "Check user, password and sslmode in the address of the database.",
              e);
      case "22023", "42704", "42501" ->
          new SlipwayException(
              PostgresError.ROLE_REFUSED,
              "The server of %s does not let%s take a role: %s"
                  .formatted(url, user == null ? " the user" : " " + user, sentence(e)),
              "Create the role where it is missing, and let the user be a member of it: grant ROLE"
                  + " to "
                  + (user == null ? "USER" : user)
                  + ". Which role it is, slipway.yml says under migrate_as or read_as.",
              e);
      case "3D000" ->
          new SlipwayException(
              PostgresError.DATABASE_MISSING,
              "The server of %s has no such database: %s".formatted(url, sentence(e)),
              "Create the database, or mend its name in the address.",
              e);
      default ->
          state.startsWith("08") || state.startsWith("57P") || state.equals("53300")
              ? new SlipwayException(
                  PostgresError.SERVER_UNREACHABLE,
                  "No connection to %s: %s".formatted(url, sentence(e)),
                  "Check that the server runs, and that host, port and options of the address are"
                      + " right.",
                  e)
              : failed("connecting to " + url, e);
    };
  }

  static SlipwayException failed(String doing, SQLException e) {
    return new SlipwayException(
        PostgresError.QUERY_FAILED,
        "While %s: %s".formatted(doing, sentence(e)),
        "42501".equals(e.getSQLState())
            ? "Grant the role what the server names, then run the command again; who only looks may"
                + " be given all tables at once: grant pg_read_all_data to ROLE."
            : "Mend what the server names, then run the command again.",
        e);
  }

  /** The server's first line, or what the driver met; the driver never repeats a password. */
  private static String sentence(SQLException e) {
    if (e.getCause() instanceof UnknownHostException unknown) {
      return "the host " + unknown.getMessage() + " is not known.";
    }
    String message = String.valueOf(e.getMessage()).strip();
    return message.endsWith(".") ? message : message + ".";
  }
}
