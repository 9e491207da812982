package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Scope;
import dev.slipway.diff.Differ;
import dev.slipway.plan.Plan;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.planner.Ways;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An enumerated type loses a value and orders the others anew, and gets both back, while four
 * sessions insert, update and delete rows of two tables that hold it, alone and in arrays. None of
 * them meets an error, and each row ends up with what was written last, which a further column
 * tells.
 */
class OnlineEnumTest {

  private static final int WRITERS = 4;
  private static final Duration PAUSE = Duration.ofMillis(1);
  private static final List<String> KEPT = List.of("low", "high", "it's");

  private static final String TABLES =
      """
      create table task (id integer generated always as identity primary key,
        level level not null default '%s', levels level[], was level check (was <> 'high' or id > 0),
        written text);
      create index urgent on task (id) where level = 'high';
      create index by_level on task (level, id);
      create table mark (id integer primary key, level level, written text);
      """;
  private static final String BEFORE =
      "create type level as enum ('low', 'middle', 'high', 'it''s');" + TABLES.formatted("middle");
  private static final String AFTER =
      "create type level as enum ('it''s', 'high', 'low');" + TABLES.formatted("low");
  private static final String ILL =
      """
      select (select count(*) from task where level::text is distinct from written
            or levels::text[] is distinct from array[written, 'low'])
          + (select count(*) from mark where level::text is distinct from written)
      """;

  @TempDir Path temporary;

  private final Postgres dialect = new Postgres();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicLong statements = new AtomicLong();

  @ParameterizedTest
  @CsvSource({"15,5000", "17,50000", "18,5000"})
  void should_let_writers_go_on_while_values_go_and_come_back(int version, int rows)
      throws Exception {
    Target target = TestDatabases.create(version);
    try (Connection connection = target.connector().apply("test");
        Shadow shadow = EmbeddedShadow.open(dialect, version, List.of())) {
      run(
          connection,
          BEFORE
              + """
              insert into task (level, levels, written)
                select v, array[v, 'low']::level[], v
                from (select (array['low', 'high', 'it''s'])[g %% 3 + 1]::level v
                  from generate_series(1, %1$d) g) v;
              insert into mark select g, 'low', 'low' from generate_series(1, %1$d) g;
              """
                  .formatted(rows));
      Catalog before = dialect.introspect(connection, Scope.all());
      Catalog after = read(shadow, AFTER);
      var folder = new MigrationFolder(Files.createDirectory(temporary.resolve("m")), dialect);
      MigrationName name = write(shadow, folder, before, after);
      var executor = new Executor(target, ExecutorOptions.defaults());
      ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
      List<Future<?>> writers = new ArrayList<>();
      try {
        for (int i = 0; i < WRITERS; i++) {
          writers.add(pool.submit(() -> work(target, rows)));
        }
        await(100);
        executor.migrate(folder.history(), null);
        await(statements.get() + 100);
        assertThat(Differ.differences(dialect.introspect(connection, Scope.all()), after))
            .isEmpty();
        assertThat(number(connection, ILL)).isZero();

        executor.rollback(folder.history(), Executor.BEGINNING, Set.of(name.toString()));
        await(statements.get() + 100);
      } finally {
        isOver.set(true);
        for (Future<?> writer : writers) {
          writer.get();
        }
        pool.shutdown();
      }
      assertThat(Differ.differences(dialect.introspect(connection, Scope.all()), before)).isEmpty();
      assertThat(number(connection, ILL)).isZero();
      assertThat(number(connection, "select count(*) from task")).isGreaterThan(rows / 2);

      run(connection, "insert into task (levels, written) values ('{middle,low}', 'middle')");
      assertThatThrownBy(() -> executor.migrate(folder.history(), null))
          .as("a row of the value that goes, which nobody asked about beforehand")
          .hasMessageContaining("invalid input value for enum level__new: \"middle\"")
          .hasMessageContaining("the next run goes on behind them");
      run(connection, "delete from task where level = 'middle'");
      executor.migrate(folder.history(), null);
      assertThat(number(connection, ILL)).isZero();
      assertThat(Differ.differences(dialect.introspect(connection, Scope.all()), after)).isEmpty();
    }
  }

  /** What a writer meets is thrown to who asks for its end. */
  private Void work(Target target, int rows) throws SQLException {
    try (Connection connection = target.connector().apply("writer");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into task (level, levels, was, written)"
                    + " values (cast(? as text)::level, cast(? as text)::level[],"
                    + " cast(? as text)::level, ?)");
        PreparedStatement update =
            connection.prepareStatement(
                "update task set level = cast(? as text)::level,"
                    + " levels = cast(? as text)::level[], written = ? where id = ?");
        PreparedStatement mark =
            connection.prepareStatement(
                "update mark set level = cast(? as text)::level, written = ? where id = ?");
        PreparedStatement delete = connection.prepareStatement("delete from task where id = ?")) {
      while (!isOver.get()) {
        int number = ThreadLocalRandom.current().nextInt(1, 1_000_000);
        int id = ThreadLocalRandom.current().nextInt(1, rows);
        String value = KEPT.get(number % KEPT.size());
        switch (number % 10) {
          case 0 -> {
            delete.setInt(1, id);
            delete.executeUpdate();
          }
          case 1, 2, 3 -> {
            insert.setString(1, value);
            insert.setString(2, "{" + value + ",low}");
            insert.setString(3, value);
            insert.setString(4, value);
            insert.executeUpdate();
          }
          case 4, 5, 6 -> {
            mark.setString(1, value);
            mark.setString(2, value);
            mark.setInt(3, id);
            mark.executeUpdate();
          }
          default -> {
            update.setString(1, value);
            update.setString(2, "{" + value + ",low}");
            update.setString(3, value);
            update.setInt(4, id);
            update.executeUpdate();
          }
        }
        statements.incrementAndGet();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return null;
  }

  private void await(long count) {
    while (statements.get() < count) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private MigrationName write(
      Shadow shadow, MigrationFolder folder, Catalog before, Catalog after) {
    MigrationName name = MigrationName.next(Clock.systemUTC(), "values", List.of());
    SchemaPlanner planner = new SchemaPlanner(dialect, shadow, Ways.ONLINE).parking(name.parking());
    Plan plan = planner.plan(before, Desired.of(after));
    planner.prove(plan, before, after);
    assertThat(plan.up()).noneMatch(sql -> sql.matches("(?s).*alter column \\S+ type.*"));
    String up = PlanScript.up(plan);
    String down = PlanScript.down(plan);
    var manifest =
        new Manifest(List.of(), plan.from(), plan.to(), List.of(), List.of(), "test")
            .withReverses(KnownReverses.of(up, down, StepReverse.of(plan), dialect));
    folder.write(name, new MigrationFolder.Draft(up, down, manifest, after));
    return name;
  }

  private Catalog read(Shadow shadow, String sql) throws Exception {
    Path file = Files.writeString(temporary.resolve("schema.sql"), sql);
    var reader = new SourceReader(dialect, shadow, temporary, List.of(), (database, path) -> {});
    return reader.read(new Source.SqlFiles(file)).catalog();
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
