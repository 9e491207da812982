package dev.slipway.stamp;

import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a database is the environment that it is taken for. An application calls {@link
 * #check} when it starts:
 *
 * <pre>{@code
 * try (Connection connection = dataSource.getConnection()) {
 *   EnvironmentStamp.check(connection, "production");
 * }
 * }</pre>
 *
 * <p>Any role may check. Works on any connection to PostgreSQL by JDBC, within a transaction or
 * not, and leaves it as it was.
 */
public final class EnvironmentStamp {

  private EnvironmentStamp() {}

  /**
   * Does nothing where the database is that environment.
   *
   * @param connection to the database
   * @param environment the name that it has to have
   * @throws SlipwayException when it is another, a copy, has no stamp, or does not let it be read
   */
  public static void check(Connection connection, String environment) {
    require(standing(connection, environment), environment);
  }

  /**
   * Does nothing where that is how the environment itself stands.
   *
   * @param standing how a database stands to it
   * @param environment its name
   * @throws SlipwayException when it is another, a copy, or has no stamp
   */
  public static void require(Standing standing, String environment) {
    switch (standing) {
      case Standing.Stamped itself -> {}
      case Standing.Unstamped nothing ->
          throw new SlipwayException(
              StampError.UNSTAMPED,
              "The database "
                  + nothing.database()
                  + " has no stamp: nothing says that it is "
                  + environment
                  + ".",
              "Look whether it is, then stamp it once: slipway env stamp " + environment + ".");
      case Standing.Another another ->
          throw new SlipwayException(
              StampError.WRONG_ENVIRONMENT,
              "The database "
                  + another.here().name()
                  + " is stamped "
                  + another.stamp().environment()
                  + ", not "
                  + environment
                  + ".",
              "Mend the address of "
                  + environment
                  + ". A copy of "
                  + another.stamp().environment()
                  + " that shall be "
                  + environment
                  + " is stamped anew: slipway env stamp "
                  + environment
                  + " --replace "
                  + another.stamp().environment()
                  + " --reason TEXT.");
      case Standing.Copied copied ->
          throw new SlipwayException(
              StampError.DATABASE_COPIED,
              "The database "
                  + copied.here().name()
                  + " has the stamp of "
                  + environment
                  + ", but that was given to "
                  + other(copied)
                  + ": it was copied, restored or moved.",
              "Mend the address of "
                  + environment
                  + ", or stamp it anew: slipway env stamp "
                  + environment
                  + " --moved --reason TEXT where it takes the place of the other"
                  + " one.");
    }
  }

  private static String other(Standing.Copied copied) {
    DatabasePlace there = copied.stamp().place();
    DatabasePlace here = copied.here();
    boolean isSameServer = there.system() != null && there.system().equals(here.system());
    return "the database "
        + there.name()
        + (isSameServer ? " of this server" : " of another server");
  }

  /**
   * How a database stands to the name of an environment.
   *
   * @param connection to the database
   * @param environment the name
   * @throws SlipwayException when the stamp can't be read
   */
  public static Standing standing(Connection connection, String environment) {
    try {
      return StampTable.standing(connection, environment);
    } catch (SQLException e) {
      throw new SlipwayException(
          StampError.STAMP_UNREADABLE,
          "The stamp of the database can't be read: " + firstLine(e),
          "Let the role use the schema slipway and select from slipway.stamp, as env stamp does.",
          e);
    }
  }

  /**
   * Writes a stamp, unless the database stands to the name otherwise than was expected: whoever
   * decides has seen how it stands.
   *
   * @param connection to the database, in auto-commit mode
   * @param environment what the database is from now on
   * @param seen how it stood to that name when it was decided
   * @param identity null to draw a new one
   * @param reason why another stamp goes; null where there is none
   * @param from the user and the machine that write it
   * @param tool the version of Slipway
   * @return how the database stands to the name now
   * @throws SlipwayException when the server refuses it, or somebody stamped it meanwhile; nothing
   *     is written then
   */
  public static Standing write(
      Connection connection,
      String environment,
      Standing seen,
      @Nullable UUID identity,
      @Nullable String reason,
      String from,
      String tool) {
    try {
      connection.setAutoCommit(false);
      try {
        lock(connection);
        Standing now = StampTable.standing(connection, environment);
        if (now.equals(seen)) {
          UUID drawn = identity == null ? UUID.randomUUID() : identity;
          StampTable.write(connection, environment, drawn, reason, from, tool);
          now = StampTable.standing(connection, environment);
        }
        connection.commit();
        return now;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new SlipwayException(
          StampError.STAMP_NOT_WRITTEN,
          "The stamp can't be written: " + firstLine(e),
          "Use a role that may create a schema in this database, on a server that takes writes.",
          e);
    }
  }

  /**
   * Writes into a copy that can't be told from its original, since it was made of the files of the
   * original's server, that it is a copy: it stands as {@link Standing.Copied} from then on.
   *
   * @param connection to the copy, in auto-commit mode
   * @param reason what it was made for
   * @param from the user and the machine that made it
   * @param tool the version of Slipway
   * @return false where the original had no stamp, so that nothing was written
   * @throws SlipwayException when the server refuses it
   */
  public static boolean markCopy(Connection connection, String reason, String from, String tool) {
    try {
      return StampTable.markCopy(connection, reason, from, tool);
    } catch (SQLException e) {
      throw new SlipwayException(
          StampError.STAMP_NOT_WRITTEN,
          "The stamp can't be written: " + firstLine(e),
          "Use the role that wrote the stamp of the original, or a superuser.",
          e);
    }
  }

  /** Two that stamp at once would both make the table. The number is that of nothing else. */
  private static void lock(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_catalog.pg_advisory_xact_lock(7310311950462775923)");
    }
  }

  private static String firstLine(SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    return line.endsWith(".") ? line : line + ".";
  }
}
