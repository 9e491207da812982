package dev.slipway.testing;

import dev.slipway.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A PostgreSQL database of one test.
 *
 * <p>Its user is the superuser. It is dropped after the test, whatever is still connected. Safe for
 * use by several threads.
 */
public final class SlipwayDatabase {

  private final EmbeddedPostgres server;
  private final String name;
  private final DataSource dataSource;

  SlipwayDatabase(EmbeddedPostgres server, String name) {
    this.server = server;
    this.name = name;
    this.dataSource = new DatabaseConnections(this);
  }

  /** Its name on the server. */
  public String name() {
    return name;
  }

  /** Its JDBC URL, with user and password. */
  public String jdbcUrl() {
    return server.jdbcUrlWithPassword(name);
  }

  /**
   * A new connection, in auto-commit mode.
   *
   * @throws SQLException when the server has no connection left
   */
  public Connection connect() throws SQLException {
    return server.connect(name);
  }

  Connection connect(String user, String password) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(name), user, password);
  }

  /** Opens a new connection for each that is asked for; there is no pool. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** jOOQ on {@link #dataSource()}: each statement is a transaction unless one is opened. */
  public DSLContext dsl() {
    return DSL.using(dataSource, SQLDialect.POSTGRES);
  }

  /** Its name, and no password. */
  @Override
  public String toString() {
    return "SlipwayDatabase " + name + " on port " + server.port();
  }
}
