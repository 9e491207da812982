package dev.slipway.e2e.judge;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import dev.slipway.pgdump.FreshDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/** The server that holds the databases of cases; its roles are shared by all. Thread-safe. */
final class JudgeServer implements FreshDatabases, AutoCloseable {

  private final EmbeddedPostgres server;
  private final AtomicLong number = new AtomicLong();

  JudgeServer(int version) {
    server =
        EmbeddedPostgres.start(
            EmbeddedOptions.temporary().version(version).setting("autovacuum", "off"));
  }

  @Override
  public Database create() {
    String name = "case_" + number.incrementAndGet();
    server.createDatabase(name);
    return new Database(name);
  }

  /** Creates a role; one that is there already is as good. */
  synchronized void createRole(String role) {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create role \"" + role.replace("\"", "\"\"") + '"');
    } catch (SQLException e) {
      if (!"42710".equals(e.getSQLState())) {
        throw new IllegalStateException("creating a role failed", e);
      }
    }
  }

  /** The extensions that the server has. */
  Set<String> extensions() {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select name from pg_catalog.pg_available_extensions")) {
      Set<String> names = new TreeSet<>();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException("reading extensions failed", e);
    }
  }

  @Override
  public void close() {
    server.close();
  }

  /** A database of its own for one side of a case. */
  final class Database implements Fresh {
    private final String name;

    Database(String name) {
      this.name = name;
    }

    /** Sets what each session begins with: {@code set NAME = VALUE}; nothing when it is empty. */
    void settings(String set) {
      if (!set.isEmpty()) {
        try (Connection connection = server.connect("postgres");
            Statement statement = connection.createStatement()) {
          statement.execute("alter database " + name + " " + set);
        } catch (SQLException e) {
          throw new IllegalStateException("setting up a database failed", e);
        }
      }
    }

    @Override
    public DatabaseUrl url() {
      return new DatabaseUrl(server.jdbcUrlWithPassword(name));
    }

    @Override
    public void close() {
      try {
        server.dropDatabase(name);
      } catch (SlipwayException e) {
        dropSubscriptions();
        server.dropDatabase(name);
      }
    }

    /** The server drops no database that subscribes to something. */
    private void dropSubscriptions() {
      try (Connection connection = server.connect(name);
          Statement statement = connection.createStatement()) {
        statement.execute(
            """
            do $$
            declare s text;
            begin
              for s in select format('%I', x.subname) from pg_catalog.pg_subscription x
                         join pg_catalog.pg_database d on d.oid = x.subdbid
                        where d.datname = current_database() loop
                execute 'alter subscription ' || s || ' disable';
                execute 'alter subscription ' || s || ' set (slot_name = none)';
                execute 'drop subscription ' || s;
              end loop;
            end $$
            """);
      } catch (SQLException e) {
        throw new IllegalStateException("dropping subscriptions failed", e);
      }
    }
  }
}
