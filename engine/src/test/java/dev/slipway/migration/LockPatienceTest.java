package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.ServerError;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Others hold what a migration needs: it gives way, says who they are, and tries again. */
class LockPatienceTest {

  private static final LockPatience SHORT =
      new LockPatience(Duration.ofSeconds(1), Duration.ofMinutes(5));

  @TempDir Path temporary;
  private SegmentDatabase database;
  private TestFolder folder;
  private Connection other;

  @BeforeEach
  void hold() throws SQLException {
    database = new SegmentDatabase(17);
    database.execute("create table busy (x int)", "insert into busy values (1)");
    folder = new TestFolder(temporary);
    other = database.target().connect("somebody");
    other.setAutoCommit(false);
    other.createStatement().execute("select x, 'secret' from busy");
  }

  @Test
  void should_give_way_and_try_again_until_the_other_is_done() throws Exception {
    folder.add(
        "a",
        "create table a (x int);\ninsert into a values (1);\nalter table busy add column y int;",
        "drop table a;");
    List<ServerError.Kind> gaveWay = new CopyOnWriteArrayList<>();
    List<Blocker> seen = new CopyOnWriteArrayList<>();
    run(
        SHORT,
        new Progress() {
          @Override
          public void gaveWay(ServerError why, int attempt, Duration pause) {
            gaveWay.add(why.kind());
            if (!seen.isEmpty()) {
              end(other);
            }
          }

          @Override
          public void blocked(List<Blocker> blockers) {
            seen.addAll(blockers);
          }
        });
    assertThat(gaveWay).isNotEmpty().containsOnly(ServerError.Kind.LOCK_TIMEOUT);
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().toString())
        .startsWith("\"slipway somebody\" (server process ")
        .endsWith(", idle in transaction): select x, '…' from busy");
    assertThat(database.query("select x from a")).containsExactly("1");
    assertThat(database.query("select count(*) from slipway.migration")).containsExactly("1");
  }

  @Test
  void should_say_who_was_in_the_way_when_its_patience_ends() {
    folder.add("a", "alter table busy add column y int;", "alter table busy drop column y;");
    assertThatThrownBy(() ->
            run(new LockPatience(Duration.ofSeconds(4), Duration.ofMillis(1)), new Progress() {}))
        .hasMessageStartingWith("lock-timeout: ")
        .hasMessageContaining("  In the way: \"slipway somebody\" (server process ")
        .hasMessageContaining("idle in transaction): select x, '…' from busy\n")
        .hasMessageNotContaining("secret");
    assertThat(
            database.query(
                "select 1 from pg_attribute where attname = 'y' and attrelid = 'busy'::regclass"))
        .isEmpty();
  }

  @Test
  void should_end_who_is_in_the_way_where_the_script_declares_it() {
    folder.add(
        "a",
        "-- slipway: blockers: terminate after 500ms\nalter table busy add column y int;",
        "alter table busy drop column y;");
    List<String> ended = new CopyOnWriteArrayList<>();
    run(
        SHORT,
        new Progress() {
          @Override
          public void endedBlocker(Blocker blocker, boolean whole, boolean isDone) {
            ended.add(blocker.application() + whole + isDone);
          }
        });
    assertThat(ended).containsExactly("slipway somebodytruetrue");
    assertThatThrownBy(() -> other.createStatement().execute("select 1"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void should_wait_long_where_nobody_waits_behind_it() throws Exception {
    other.createStatement().execute("update busy set x = 2");
    folder.add("a", "create index concurrently i on busy (x);", "drop index i;");
    var blocked = new CountDownLatch(1);
    Thread holder =
        Thread.ofVirtual()
            .start(() -> {
              try {
                blocked.await();
                Thread.sleep(Duration.ofMillis(1500));
                end(other);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    List<String> gaveWay = new CopyOnWriteArrayList<>();
    run(
        SHORT,
        new Progress() {
          @Override
          public void gaveWay(ServerError why, int attempt, Duration pause) {
            gaveWay.add(why.message());
          }

          @Override
          public void blocked(List<Blocker> blockers) {
            blocked.countDown();
          }
        });
    holder.join();
    assertThat(gaveWay).isEmpty();
    assertThat(database.query("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
        .containsExactly("t");
  }

  /** As behind an autovacuum, which has the same lock. */
  @ParameterizedTest
  @ValueSource(strings = {"busy", "busy_part"})
  void should_have_nobody_wait_behind_it_while_it_waits_for_maintenance(String held)
      throws Exception {
    other.commit();
    database.execute(
        "drop table busy",
        "create table busy (x int) partition by list (x)",
        "create table busy_part partition of busy default",
        "insert into busy values (1)");
    other.createStatement().execute("lock table only " + held + " in share update exclusive mode");
    folder.add(
        "a",
        "set transaction isolation level repeatable read;\nalter table busy add column y int;",
        "alter table busy drop column y;");
    List<String> events = new CopyOnWriteArrayList<>();
    run(
        SHORT,
        new Progress() {
          @Override
          public void gaveWay(ServerError why, int attempt, Duration pause) {
            events.add("gave way");
          }

          @Override
          public void blocked(List<Blocker> blockers) {
            if (!blockers.isEmpty() && events.isEmpty()) {
              events.add(blockers.getFirst().application());
              try {
                database.execute("set lock_timeout = '200ms'", "insert into busy values (2)");
              } catch (IllegalStateException e) {
                events.add("a writer waited");
              }
              end(other);
            }
          }
        });
    assertThat(events).containsExactly("slipway somebody");
    assertThat(database.query("select count(*) || ' ' || count(y) from busy"))
        .containsExactly("2 0");
  }

  @Test
  void should_wait_for_maintenance_no_longer_than_its_patience_lasts() throws SQLException {
    other.commit();
    other.createStatement().execute("lock table busy in share update exclusive mode");
    folder.add("a", "alter table busy add column y int;", "alter table busy drop column y;");
    assertThatThrownBy(() ->
            run(new LockPatience(Duration.ofMillis(50), Duration.ofSeconds(4)), new Progress() {}))
        .hasMessageStartingWith("lock-timeout: ")
        .hasMessageContaining("In the way: \"slipway somebody\" (server process ");
  }

  @Test
  void should_try_again_after_a_deadlock() throws Exception {
    database.execute("create table second (x int)", "insert into second values (1)");
    other.commit();
    other.createStatement().execute("set deadlock_timeout = '1h'");
    other.createStatement().execute("update second set x = 2");
    folder.add(
        "a",
        "set local lock_timeout = '59s';\nupdate busy set x = x + 1;\n"
            + "update second set x = x + 10;",
        "update busy set x = 1;");
    List<ServerError.Kind> gaveWay = new CopyOnWriteArrayList<>();
    Thread waiting =
        Thread.ofVirtual()
            .unstarted(() -> {
              try {
                other.createStatement().execute("update busy set x = 7");
                other.commit();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
    run(
        new LockPatience(Duration.ofMinutes(1), Duration.ofMinutes(5)),
        new Progress() {
          @Override
          public void ran(int number) {
            if (number == 2 && gaveWay.isEmpty()) {
              waiting.start();
            }
          }

          @Override
          public void gaveWay(ServerError why, int attempt, Duration pause) {
            gaveWay.add(why.kind());
          }
        });
    waiting.join();
    assertThat(gaveWay).containsExactly(ServerError.Kind.CONFLICT);
    assertThat(database.query("select b.x || ' ' || s.x from busy b, second s"))
        .containsExactly("8 12");
  }

  @Test
  void should_limit_a_statement_as_its_script_says() {
    folder.add(
        "a",
        "create table a (x int);\n-- slipway: timeout: 100ms\nselect pg_sleep(0);\n"
            + "select pg_sleep(0.2);\n-- slipway: timeout: 100ms\nselect pg_sleep(30);",
        "drop table a;");
    assertThatThrownBy(() -> run(SHORT, new Progress() {}))
        .hasMessageStartingWith("statement-failed: Statement 4 of 4 ")
        .hasMessageContaining("statement timeout");
    assertThat(database.query("select to_regclass('a') is null")).containsExactly("t");
  }

  @Test
  void should_limit_no_statement_behind_one_that_gave_way() {
    folder.add(
        "a",
        """
        -- slipway: timeout: 10m
        vacuum full busy;
        select 1 / (current_setting('statement_timeout') = '0')::int;
        """,
        "select 1;");
    List<ServerError.Kind> gaveWay = new CopyOnWriteArrayList<>();
    run(
        SHORT,
        new Progress() {
          @Override
          public void gaveWay(ServerError why, int attempt, Duration pause) {
            gaveWay.add(why.kind());
            end(other);
          }
        });
    assertThat(gaveWay).containsExactly(ServerError.Kind.LOCK_TIMEOUT);
  }

  @Test
  void should_let_no_statement_take_longer_than_the_options_say() {
    folder.add(
        "a",
        """
        create table a (x int);
        -- slipway: timeout: 0s
        select pg_sleep(0.4);
        commit;
        select 1 / (current_setting('statement_timeout') = '200ms')::int;
        commit;
        select pg_sleep(30);
        """,
        "drop table a;");
    var options = ExecutorOptions.defaults().withStatementTimeout(Duration.ofMillis(200));
    assertThatThrownBy(
            () -> new Executor(database.target(), options).migrate(folder.history(), null))
        .hasMessageStartingWith("statement-failed: Statement 6 of 6 ")
        .hasMessageContaining("--statement-timeout");
  }

  private void run(LockPatience patience, Progress progress) {
    new Executor(
            database.target(),
            ExecutorOptions.defaults().withPatience(patience).withProgress(progress))
        .migrate(folder.history(), null);
  }

  private static void end(Connection connection) {
    try {
      connection.rollback();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
