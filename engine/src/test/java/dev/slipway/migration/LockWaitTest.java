package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.RunRecord;
import dev.slipway.dialect.ServerError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long each statement of a migration waits for locks is measured and kept in the ledger. */
class LockWaitTest {

  private static final LockPatience LONG =
      new LockPatience(Duration.ofSeconds(20), Duration.ofMillis(1));
  private static final LockPatience SHORT =
      new LockPatience(Duration.ofSeconds(1), Duration.ofMinutes(5));

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_measure_how_long_each_statement_waits(int version) throws SQLException {
    SegmentDatabase database = busy(version);
    Connection reader = reader(database, "select from busy");
    var folder = new TestFolder(temporary);
    folder.add(
        "a",
        "alter table busy add column y int;\nselect pg_sleep(0.3);",
        "alter table busy drop column y;");
    RunResult.Done done = run(database, folder, LONG, endsWhenSeen(reader)).getFirst();
    assertThat(done.steps()).extracting(Run.Step::number).containsExactly(1, 2);
    Run.Step waiting = done.steps().getFirst();
    assertThat(waiting.waited()).isPositive().isLessThanOrEqualTo(waiting.duration());
    assertThat(done.waited()).isEqualTo(waiting.waited());
    assertThat(done.steps().getLast().waited())
        .as("a statement that takes long by itself does not wait")
        .isZero();
    assertThat(kept(database, "a"))
        .containsExactlyElementsOf(done.steps().stream().map(LockWaitTest::rounded).toList());
  }

  @Test
  void should_measure_as_a_role_that_may_not_see_what_the_session_does() throws SQLException {
    SegmentDatabase database = busy(17);
    database.execute(
        "do $$ begin create role sees_nothing; exception when duplicate_object then end $$");
    var hidden =
        new Target(
            database.target().dialect(),
            use -> {
              Connection connection = database.target().connect(use);
              if (use.equals("blockers")) {
                execute(connection, "set role sees_nothing");
              }
              return connection;
            });
    Connection reader = reader(database, "select from busy");
    var folder = new TestFolder(temporary);
    folder.add("a", "alter table busy add column y int;", "alter table busy drop column y;");
    RunResult.Done done =
        run(new SegmentDatabase(hidden), folder, LONG, endsWhenSeen(reader)).getFirst();
    assertThat(done.waited()).isPositive().isLessThanOrEqualTo(done.duration());
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void should_add_up_the_waits_in_which_a_statement_gave_way() throws SQLException {
    SegmentDatabase database = busy(17);
    Connection reader = reader(database, "select from busy");
    var folder = new TestFolder(temporary);
    folder.add(
        "a",
        "create table a (x int);\nalter table busy add column y int;",
        "alter table busy drop column y;\ndrop table a;");
    List<RunResult.Done> done =
        run(
            database,
            folder,
            SHORT,
            new Progress() {
              @Override
              public void gaveWay(ServerError why, int attempt, Duration pause) {
                end(reader);
              }
            });
    Run.Step altered = done.getFirst().steps().getLast();
    assertThat(altered.number()).isEqualTo(2);
    assertThat(altered.waited())
        .as("a third of the deadlock timeout, which is as long as it waited in vain")
        .isGreaterThan(Duration.ofMillis(250))
        .isLessThanOrEqualTo(altered.duration());
  }

  @Test
  void should_measure_statements_outside_of_transactions() throws SQLException {
    SegmentDatabase database = busy(17);
    Connection writer = reader(database, "update busy set x = 2");
    var folder = new TestFolder(temporary);
    folder.add("a", "create index concurrently i on busy (x);", "drop index i;");
    RunResult.Done done = run(database, folder, SHORT, endsWhenSeen(writer)).getFirst();
    assertThat(done.waited()).isPositive().isLessThanOrEqualTo(done.duration());
    assertThat(runs(database).getLast().parts().getFirst().waited()).isPositive();
  }

  @Test
  void should_measure_batches_that_wait_for_rows() throws SQLException {
    SegmentDatabase database = busy(17);
    database.execute("alter table busy add primary key (x)", "alter table busy add y int");
    Connection writer = reader(database, "update busy set y = 1");
    var folder = new TestFolder(temporary);
    folder.add("a", "-- slipway: backfill table=busy key=x\nupdate busy set y = 2;", "select 1;");
    RunResult.Done done = run(database, folder, LONG, endsWhenSeen(writer)).getFirst();
    assertThat(done.steps()).hasSize(1);
    assertThat(done.waited()).isPositive().isLessThanOrEqualTo(done.duration());
  }

  @Test
  void should_read_and_upgrade_a_ledger_that_has_no_steps() throws SQLException {
    SegmentDatabase database = busy(17);
    var folder = new TestFolder(temporary);
    folder.add("a", "create table a (x int);", "drop table a;");
    run(database, folder, SHORT, Progress.SILENT);
    database.execute(
        "alter table slipway.run_part drop column step_numbers, drop column step_milliseconds,"
            + " drop column step_lock_wait_milliseconds",
        "update slipway.ledger set format = 5");
    assertThat(kept(database, "a")).isEmpty();
    assertThat(runs(database).getLast().parts().getFirst().steps()).isEmpty();
    folder.add("b", "create table b (x int);", "drop table b;");
    run(database, folder, SHORT, Progress.SILENT);
    assertThat(kept(database, "a")).isEmpty();
    assertThat(kept(database, "b")).hasSize(1);
    assertThat(database.query("select format from slipway.ledger")).containsExactly("6");
  }

  @Test
  void should_keep_the_cost_of_the_last_time_that_a_migration_was_applied() throws SQLException {
    SegmentDatabase database = busy(17);
    var folder = new TestFolder(temporary);
    folder.add("a", "create table a (x int);\ncreate table b (x int);", "drop table a, b;");
    run(database, folder, SHORT, Progress.SILENT);
    new Executor(database.target(), ExecutorOptions.defaults())
        .rollback(folder.history(), Executor.BEGINNING, Set.of());
    run(database, folder, SHORT, Progress.SILENT);
    assertThat(kept(database, "a")).extracting(Run.Step::number).containsExactly(1, 2);
  }

  private static SegmentDatabase busy(int version) {
    var database = new SegmentDatabase(version);
    database.execute("create table busy (x int)", "insert into busy values (1)");
    return database;
  }

  private static Connection reader(SegmentDatabase database, String sql) throws SQLException {
    Connection connection = database.target().connect("somebody");
    connection.setAutoCommit(false);
    connection.createStatement().execute(sql);
    return connection;
  }

  private static Progress endsWhenSeen(Connection connection) {
    return new Progress() {
      @Override
      public void blocked(List<Blocker> blockers) {
        end(connection);
      }
    };
  }

  private static void end(Connection connection) {
    try {
      if (!connection.isClosed()) {
        connection.rollback();
        connection.close();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<RunResult.Done> run(
      SegmentDatabase database, TestFolder folder, LockPatience patience, Progress progress) {
    return new Executor(
            database.target(),
            ExecutorOptions.defaults().withPatience(patience).withProgress(progress))
        .migrate(folder.history(), null)
        .parts();
  }

  private static Run.Step rounded(Run.Step step) {
    return new Run.Step(
        step.number(),
        Duration.ofMillis(step.duration().toMillis()),
        Duration.ofMillis(step.waited().toMillis()));
  }

  /** What the ledger has of the migration whose name ends so. */
  private static List<Run.Step> kept(SegmentDatabase database, String name) throws SQLException {
    try (Connection connection = database.target().connect("test")) {
      return database.target().dialect().ledger().steps(connection).entrySet().stream()
          .filter(each -> each.getKey().endsWith("_" + name))
          .flatMap(each -> each.getValue().stream())
          .toList();
    }
  }

  private static List<RunRecord> runs(SegmentDatabase database) throws SQLException {
    try (Connection connection = database.target().connect("test")) {
      return database.target().dialect().ledger().runs(connection, null, 10);
    }
  }
}
