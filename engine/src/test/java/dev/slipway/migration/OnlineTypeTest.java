package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Columns become of other types, and back, while four sessions insert, update and delete. None of
 * them meets an error, and each row ends up with what was written last. A further column tells what
 * that was.
 */
class OnlineTypeTest {

  private static final int WRITERS = 4;
  private static final Duration PAUSE = Duration.ofMillis(1);

  private static final String BEFORE =
      """
      create table note (id integer generated always as identity primary key,
        size integer not null default 0 check (size >= 0), code text, amount numeric, written text);
      create table remark (id integer primary key default (random() * 2000000000)::integer,
        note_id integer not null references note on delete cascade);
      create index by_size on note (size, id) where size > 0;
      create index by_code on note (code);
      """;
  private static final String AFTER =
      """
      create table note (id bigint generated always as identity primary key,
        size bigint not null default 0 check (size >= 0), code varchar(40), amount integer, written text);
      create table remark (id integer primary key default (random() * 2000000000)::integer,
        note_id bigint not null references note on delete cascade);
      create index by_size on note (size, id) where size > 0;
      create index by_code on note (code);
      """;
  private static final String ILL =
      """
      select count(*) from note where size::text is distinct from written
          or code is distinct from 'c' || written or %s is distinct from %s
      """;

  @TempDir Path temporary;

  private final Postgres dialect = new Postgres();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final AtomicLong statements = new AtomicLong();

  @ParameterizedTest
  @CsvSource({"15,10000", "17,100000", "18,10000"})
  void should_let_writers_go_on_while_types_change(int version, int rows) throws Exception {
    Target target = TestDatabases.create(version);
    try (Connection connection = target.connector().apply("test");
        Shadow shadow = EmbeddedShadow.open(dialect, version, List.of())) {
      run(
          connection,
          BEFORE
              + "insert into note (size, code, amount, written) select g, 'c' || g, g + 0.25, g"
              + " from generate_series(1, "
              + rows
              + ") g");
      Catalog before = dialect.introspect(connection, Scope.all());
      Catalog after = read(shadow, AFTER);
      var folder = new MigrationFolder(Files.createDirectory(temporary.resolve("m")), dialect);
      write(shadow, folder, before, after);
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

        executor.rollback(folder.history(), Executor.BEGINNING, Set.of());
        await(statements.get() + 100);
      } finally {
        isOver.set(true);
        for (Future<?> writer : writers) {
          writer.get();
        }
        pool.shutdown();
      }
      assertThat(Differ.differences(dialect.introspect(connection, Scope.all()), before)).isEmpty();
      assertThat(number(connection, ILL.formatted("trunc(amount)", "written::numeric"))).isZero();
      assertThat(
              number(
                  connection,
                  "select count(*) from note where amount %% 1 = 0.25 and id > %d and id <= %d"
                      .formatted(reach(rows), rows)))
          .as("values that only the parked column had")
          .isEqualTo(rows - reach(rows));

      executor.migrate(folder.history(), null);
      assertThat(number(connection, ILL.formatted("amount::text", "written"))).isZero();
    }
  }

  /** The first row that no writer changes: what only parking brings back is proved by those. */
  private static int reach(int rows) {
    return rows / 4 * 3;
  }

  /** What a writer meets is thrown to who asks for its end. */
  private Void work(Target target, int rows) throws SQLException {
    try (Connection connection = target.connector().apply("writer");
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into note (size, code, amount, written) values (?, ?, ?, ?)");
        PreparedStatement update =
            connection.prepareStatement(
                "update note set size = ?, code = ?, amount = ?, written = ? where id = ?");
        PreparedStatement remark =
            connection.prepareStatement(
                "insert into remark (note_id) select id from note where id = ? for key share"
                    + " on conflict (id) do nothing");
        PreparedStatement delete = connection.prepareStatement("delete from note where id = ?")) {
      while (!isOver.get()) {
        int value = ThreadLocalRandom.current().nextInt(1, 1_000_000);
        int id = ThreadLocalRandom.current().nextInt(1, reach(rows));
        switch (value % 10) {
          case 0 -> {
            delete.setInt(1, id);
            delete.executeUpdate();
          }
          case 1, 2, 3 -> {
            fill(insert, value);
            insert.executeUpdate();
          }
          case 4, 5 -> {
            remark.setInt(1, id);
            remark.executeUpdate();
          }
          default -> {
            fill(update, value);
            update.setInt(5, id);
            update.executeUpdate();
          }
        }
        statements.incrementAndGet();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    return null;
  }

  private static void fill(PreparedStatement statement, int value) throws SQLException {
    statement.setInt(1, value);
    statement.setString(2, "c" + value);
    statement.setInt(3, value);
    statement.setString(4, Integer.toString(value));
  }

  private void await(long count) {
    while (statements.get() < count) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void write(Shadow shadow, MigrationFolder folder, Catalog before, Catalog after) {
    MigrationName name = MigrationName.next(Clock.systemUTC(), "types", List.of());
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
