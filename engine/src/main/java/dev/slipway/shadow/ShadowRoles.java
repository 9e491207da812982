package dev.slipway.shadow;

import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The roles that a definition names. They belong to the shadow's server and not to a database, so a
 * transaction that is rolled back must not take them along: the next one would miss them.
 */
public final class ShadowRoles {

  private static final Pattern MISSING_ROLE = Pattern.compile("role \"(.*)\" does not exist");

  private static final Pattern EXISTING_ROLE = Pattern.compile("role \".*\" already exists");

  private static final Pattern CREATION =
      Pattern.compile("\\bcreate\\s+(role|user|group)\\b", Pattern.CASE_INSENSITIVE);

  /** What two sessions that create the same role at one time are told. */
  private static final String DUPLICATE_KEY = "23505";

  private ShadowRoles() {}

  /** The roles that there are, as the session sees them; none when its transaction has failed. */
  public static List<String> names(Connection connection) {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select rolname from pg_catalog.pg_roles")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    } catch (SQLException e) {
      return new ArrayList<>();
    }
    return names;
  }

  /** The role for want of which a statement failed; null when it failed for another reason. */
  static @Nullable String missingRole(SQLException e) {
    Matcher matcher = MISSING_ROLE.matcher(String.valueOf(e.getMessage()));
    return "42704".equals(e.getSQLState()) && matcher.find() ? matcher.group(1) : null;
  }

  /** Whether a statement may create a role, be it in a block. */
  public static boolean mayCreate(String sql) {
    return CREATION.matcher(sql).find();
  }

  /** Whether a statement failed only because the role that it creates is there. */
  public static boolean isThereAlready(SQLException e) {
    return Prelude.DUPLICATE_OBJECT.equals(e.getSQLState())
        && EXISTING_ROLE.matcher(String.valueOf(e.getMessage())).find();
  }

  /**
   * Creates the role for want of which something failed in a shadow.
   *
   * @param connection a connection to the shadow, in auto-commit mode
   * @param failure what failed; the server's own error is its cause
   * @return whether there was such a role, and it could be created
   */
  public static boolean createMissing(Connection connection, Throwable failure) {
    String role = failure.getCause() instanceof SQLException e ? missingRole(e) : null;
    if (role == null || names(connection).contains(role)) {
      return false;
    }
    try {
      create(connection, List.of(role));
      return true;
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  /**
   * The statements that create a role because something names it, with a mark by which it is told
   * from the roles that a definition or a migration creates.
   */
  public static String creation(String name) {
    return String.join("; ", statements(name));
  }

  /** The same, one by one. */
  public static List<String> statements(String name) {
    String role = quoted(name);
    return List.of("create role " + role, "alter role " + role + " set slipway.named to 'on'");
  }

  /**
   * Creates roles that something will name, in a shadow.
   *
   * @param connection a connection to the shadow, in auto-commit mode
   * @param names the names; one that is there is left as it is
   */
  public static void createAll(Connection connection, List<String> names) {
    try {
      create(connection, names);
    } catch (SQLException e) {
      throw new SlipwayException(
          ShadowError.SHADOW_FAILED,
          "The shadow server failed: " + e.getMessage(),
          "Run the command again.",
          e);
    }
  }

  /**
   * Drops roles with what they have in the connection's database and in common ones.
   *
   * @param kept the names of those that stay
   */
  static void drop(Connection connection, Set<String> kept) throws SQLException {
    List<String> names = names(connection);
    names.removeAll(kept);
    for (String name : names) {
      String role = quoted(name);
      try (Statement statement = connection.createStatement()) {
        statement.execute("drop owned by " + role + "; drop role " + role);
      }
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Creates roles; one that another session created meanwhile is as good. */
  static void create(Connection connection, List<String> names) throws SQLException {
    for (String name : names) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(creation(name));
      } catch (SQLException e) {
        if (!Prelude.DUPLICATE_OBJECT.equals(e.getSQLState())
            && !DUPLICATE_KEY.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }
}
