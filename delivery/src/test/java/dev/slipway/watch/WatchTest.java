package dev.slipway.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.config.Configuration;
import dev.slipway.dialect.Watcher;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import dev.slipway.verification.Check;
import dev.slipway.workspace.EnvironmentGuard;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/** Limits breached on real servers, by real load. */
final class WatchTest {

  private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir Path folder;

  @AfterAll
  static void stop_servers() {
    SERVERS.values().forEach(EmbeddedPostgres::close);
    SERVERS.clear();
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_tell_sessions_that_wait_for_a_lock(int version) throws Exception {
    Database database = database(version);
    database.run("create table message (id integer)");
    String limits = "for: 10s, every: 20ms, waiting: 20ms, lock_waits: 0";
    try (Connection holder = database.connect();
        Connection waiter = database.connect()) {
      holder.setAutoCommit(false);
      execute(holder, "lock table message");
      Thread waiting = Thread.ofPlatform().start(() -> quietly(waiter, "table message"));

      WatchRun run = watch(database, limits).now();

      holder.rollback();
      waiting.join();
      assertThat(run.breaches())
          .singleElement()
          .satisfies(breach -> {
            assertThat(breach.figure().name()).isEqualTo("lock_waits");
            assertThat(breach.figure().value()).isEqualTo(1.0);
            assertThat(breach.samples()).isEqualTo(3);
          });
    }
    assertThat(watch(database, "for: 40ms, every: 20ms, waiting: 20ms, lock_waits: 0").now())
        .satisfies(run -> {
          assertThat(run.isQuiet()).isTrue();
          assertThat(run.samples()).hasSizeGreaterThanOrEqualTo(3);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_tell_a_statement_that_takes_longer_than_before(int version) throws Exception {
    Database database = database(version);
    database.run("create extension pg_stat_statements");
    database.run(
        "create function work() returns float language sql volatile return (select 0.002::float)");
    String statement = "select pg_sleep(work())";
    try (Connection client = database.connect()) {
      repeat(client, statement, 12);
      Watching watching = watch(database, "for: 30s, every: 50ms, slower: 3x");
      WatchBaseline baseline = watching.watch().baseline(List.of());
      database.run(
          "create or replace function work() returns float language sql volatile"
              + " return (select 0.03::float)");
      var ended = new CountDownLatch(1);
      Thread load =
          Thread.ofPlatform()
              .start(() -> {
                while (ended.getCount() > 0) {
                  quietly(client, statement);
                }
              });

      WatchRun run = watching.run(baseline);

      ended.countDown();
      load.join();
      assertThat(run.breaches())
          .singleElement()
          .satisfies(breach -> {
            assertThat(breach.figure().name()).isEqualTo("slower");
            assertThat(breach.figure().value()).isGreaterThan(3.0);
            assertThat(breach.figure().detail()).contains("select pg_sleep(work())");
          });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_tell_deadlocks_rollbacks_and_connections(int version) throws Exception {
    Database database = database(version);
    database.run("create table message (id integer primary key, n integer)");
    database.run("insert into message values (1, 0), (2, 0)");
    String limits = "for: 30s, every: 50ms, deadlocks: 0, connections: 100%";
    Watching watching = watch(database, limits);
    var made = new AtomicInteger();

    WatchRun run =
        watching.run(
            watching.watch().baseline(List.of()),
            (sample, left) -> {
              if (made.getAndIncrement() == 0) {
                deadlock(database);
              }
            });

    assertThat(run.breaches())
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.figure().name()).isEqualTo("deadlocks");
          assertThat(breach.figure().value()).isEqualTo(1.0);
        });
    assertThat(watch(database, "for: 1s, every: 10ms, connections: 0%").now().breaches())
        .extracting(each -> each.figure().name())
        .containsExactly("connections");
    try (Connection client = database.connect()) {
      client.setAutoCommit(false);
      WatchRun rolled =
          run(
              watch(database, "for: 30s, every: 50ms, in_a_row: 1, rollbacks: 20%"),
              (s, left) -> {
                for (int i = 0; i < 40; i++) {
                  quietly(client, "insert into message values (1, 0)");
                  rollback(client);
                }
              });
      assertThat(rolled.breaches())
          .extracting(each -> each.figure().name())
          .containsExactly("rollbacks");
    }
  }

  @Test
  void should_not_count_what_is_over_its_limit_now_and_then() throws Exception {
    Database database = database(17);
    var asked = new AtomicInteger();
    HttpServer application = application(() -> asked.getAndIncrement() % 2 == 0 ? 500 : 200);
    String address = "http://127.0.0.1:" + application.getAddress().getPort();
    String health = "health: [{ url: \"" + address + "\", errors: 0%, requests: 1 }]";

    WatchRun flapping = watch(database, "for: 200ms, every: 20ms, in_a_row: 2, " + health).now();
    WatchRun strict = watch(database, "for: 10s, every: 20ms, in_a_row: 1, " + health).now();
    application.stop(0);
    WatchRun gone = watch(database, "for: 10s, every: 20ms, in_a_row: 2, " + health).now();

    assertThat(flapping.isQuiet()).isTrue();
    assertThat(flapping.samples().stream().flatMap(each -> each.figures().stream()))
        .anyMatch(Figure::isOver);
    assertThat(strict.breaches()).extracting(Breach::samples).containsExactly(1);
    assertThat(gone.breaches())
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.figure().name()).isEqualTo("errors of " + address);
          assertThat(breach.figure().detail()).isEqualTo("nobody accepts the connection");
          assertThat(breach.samples()).isEqualTo(2);
        });
  }

  @Test
  void should_end_with_the_first_sample_in_which_an_invariant_does_not_hold() throws Exception {
    Database database = database(17);
    database.run("create table message (id integer, client_generated_id text)");
    Files.createDirectories(folder.resolve("watch"));
    Files.writeString(
        folder.resolve("watch/duplicates.sql"),
        """
        -- slipway: check: no message twice
        -- slipway: expect: no rows
        select client_generated_id from message group by 1 having count(*) > 1;
        """);
    Watching watching = watch(database, "for: 30s, every: 20ms");
    List<Check> invariants = watching.watch().invariants(folder.resolve("watch"));
    var made = new AtomicInteger();

    WatchRun run =
        watching
            .watch()
            .run(
                watching.watch().baseline(invariants),
                invariants,
                (sample, left) -> {
                  if (made.incrementAndGet() == 2) {
                    database.run("insert into message values (1, 'a'), (2, 'a')");
                  }
                });

    assertThat(run.samples()).hasSize(3);
    assertThat(run.breaches())
        .singleElement()
        .satisfies(breach -> {
          assertThat(breach.figure().name()).isEqualTo("invariant no message twice");
          assertThat(breach.figure().detail()).isEqualTo("expected no rows, and there are 1: a");
        });
  }

  @Test
  void should_tell_that_the_database_is_gone() throws Exception {
    var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
    try {
      server.createDatabase("going");
      Watching watching =
          watch(new Database(server, "going"), "for: 30s, every: 20ms, lock_waits: 9");

      WatchRun run =
          watching.run(watching.watch().baseline(List.of()), (sample, left) -> server.close());

      assertThat(run.breaches())
          .extracting(each -> each.figure().name())
          .containsExactly("database");
      assertThat(run.samples()).hasSize(4);
    } finally {
      server.close();
    }
  }

  @Test
  void should_measure_how_far_a_replica_is_behind() throws Exception {
    Database database = database(17);
    Watching watching = watch(database, "for: 20ms, every: 10ms, lag: 1h");
    assertThatThrownBy(watching::now)
        .isInstanceOfSatisfying(
            SlipwayException.class,
            e -> assertThat(e.what()).contains("lag: no replica is connected"));
    var properties = new Properties();
    PGProperty.REPLICATION.set(properties, "true");
    PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "15");
    try (Connection replica = DriverManager.getConnection(database.url(), properties);
        var stream =
            replica
                .unwrap(PGConnection.class)
                .getReplicationAPI()
                .replicationStream()
                .physical()
                .withStartPosition(database.position())
                .start()) {
      stream.readPending();

      WatchRun run = watching.now();

      assertThat(run.isQuiet()).isTrue();
      assertThat(run.samples().get(0).figures())
          .filteredOn(each -> each.name().equals("lag"))
          .singleElement()
          .satisfies(lag -> assertThat(lag.value()).isNotNull());
    }
  }

  @Test
  void should_say_what_the_role_may_not_see() throws Exception {
    Database database = database(17);
    database.run("create extension pg_stat_statements");
    database.run("create role observer login password 'observer'");
    String url =
        "jdbc:postgresql://127.0.0.1:"
            + database.server().port()
            + "/"
            + database.name()
            + "?user=observer&password=observer";

    assertThatThrownBy(() -> watch(url, "slower: 2x").now())
        .isInstanceOfSatisfying(
            SlipwayException.class,
            e -> assertThat(e.what()).contains("slower: the role sees no statements of others"));
    WatchRun run = watch(url, "for: 20ms, every: 10ms, lock_waits: 5").now();
    assertThat(run.isQuiet()).isTrue();
    assertThat(run.unmeasured()).extracting(Unmeasured::figure).containsExactly("slower", "lag");
  }

  private static void deadlock(Database database) {
    try (Connection one = database.connect();
        Connection two = database.connect()) {
      one.setAutoCommit(false);
      two.setAutoCommit(false);
      execute(one, "update message set n = 1 where id = 1");
      execute(two, "update message set n = 2 where id = 2");
      Thread waiting =
          Thread.ofPlatform().start(() -> quietly(one, "update message set n = 1 where id = 2"));
      quietly(two, "update message set n = 2 where id = 1");
      waiting.join();
      one.rollback();
      two.rollback();
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WatchRun run(Watching watching, WatchListener listener)
      throws InterruptedException {
    return watching.run(watching.watch().baseline(List.of()), listener);
  }

  private HttpServer application(java.util.function.IntSupplier status) throws IOException {
    HttpServer application =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    application.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status.getAsInt(), -1);
          exchange.close();
        });
    application.start();
    return application;
  }

  private static void repeat(Connection client, String sql, int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      execute(client, sql);
    }
  }

  private static void quietly(Connection client, String sql) {
    try {
      execute(client, sql);
    } catch (SQLException expected) {
      assertThat(expected.getSQLState()).isNotNull();
    }
  }

  private static void rollback(Connection client) {
    try {
      client.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(Connection client, String sql) throws SQLException {
    try (Statement statement = client.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Database database(int version) {
    EmbeddedPostgres server =
        SERVERS.computeIfAbsent(
            version,
            any ->
                EmbeddedPostgres.start(
                    EmbeddedOptions.temporary()
                        .version(version)
                        .setting("wal_level", "replica")
                        .setting("max_wal_senders", "4")
                        .setting("deadlock_timeout", "100ms")
                        .setting("shared_preload_libraries", "pg_stat_statements")));
    String name = "watched_" + NUMBER.incrementAndGet();
    server.createDatabase(name);
    return new Database(server, name);
  }

  private Watching watch(Database database, String limits) throws IOException {
    return watch(database.url(), limits);
  }

  private Watching watch(String url, String limits) throws IOException {
    Path file = folder.resolve("slipway.yml");
    Files.writeString(
        file,
        "schema: sql:db\nenvironments:\n  dev: { url: \"${URL}\", stamp: none, watch: { "
            + limits
            + " } }\n");
    Configuration configuration =
        Configuration.load(file, "slipway.yml", Map.of("URL", url), List.of("dev"));
    Workspace workspace =
        Workspace.open(configuration, Clock.systemUTC(), Watcher.NOBODY, EnvironmentGuard.NONE);
    return new Watching(
        new Watch(workspace, "dev", configuration.environment("dev").watch(), Clock.systemUTC()));
  }

  /** A watch without invariants. */
  private record Watching(Watch watch) {

    WatchRun now() throws InterruptedException {
      return run(watch.baseline(List.of()));
    }

    WatchRun run(WatchBaseline baseline) throws InterruptedException {
      return run(baseline, WatchListener.NOBODY);
    }

    WatchRun run(WatchBaseline baseline, WatchListener listener) throws InterruptedException {
      return watch.run(baseline, List.of(), listener);
    }
  }

  /** A database of a server. */
  private record Database(EmbeddedPostgres server, String name) {

    String url() {
      return server.jdbcUrlWithPassword(name);
    }

    Connection connect() throws SQLException {
      return server.connect(name);
    }

    void run(String sql) {
      try (Connection connection = connect()) {
        execute(connection, sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    org.postgresql.replication.LogSequenceNumber position() throws SQLException {
      try (Connection connection = connect();
          Statement statement = connection.createStatement();
          var row = statement.executeQuery("select pg_current_wal_lsn()::text")) {
        row.next();
        return org.postgresql.replication.LogSequenceNumber.valueOf(row.getString(1));
      }
    }
  }
}
