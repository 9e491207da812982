package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.LockHolder;
import dev.slipway.plan.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorTest {

  @TempDir Path temporary;

  private final Target target = TestDatabases.create();
  private final Executor executor = new Executor(target, ExecutorOptions.defaults());
  private TestFolder folder;

  @BeforeEach
  void setUp() {
    folder = new TestFolder(temporary);
  }

  @Test
  void should_apply_what_is_pending_and_remember_it() {
    String a =
        folder.add("a", "create table a (x int);\ninsert into a values (1);", "drop table a;");
    assertThat(executor.migrate(folder.history(), null).names()).containsExactly(a);
    String b = folder.add("b", "create table b (x int);", "drop table b;");

    assertThat(executor.migrate(folder.history(), null).names()).containsExactly(b);
    assertThat(executor.migrate(folder.history(), null).names()).isEmpty();

    assertThat(
            query(
                "select name || ' ' || position || ' ' || statements from slipway.migration order"
                    + " by 1"))
        .containsExactly(a + " 1 2", b + " 2 1");
    assertThat(query("select command || ' ' || outcome from slipway.run order by id"))
        .containsExactly("migrate done", "migrate done");
    assertThat(query("select applied_by from slipway.migration where position = 1"))
        .containsExactly("postgres");
    MigrationStatus status = MigrationStatus.read(target, folder.history());
    assertThat(status.isUpToDate()).isTrue();
    assertThat(status.applied()).hasSize(2);
  }

  @Test
  void should_stop_at_a_migration_by_name() {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    String b = folder.add("b", "create table b (x int);", "drop table b;");
    folder.add("c", "create table c (x int);", "drop table c;");

    assertThat(executor.migrate(folder.history(), b).names()).containsExactly(a, b);
    assertThatThrownBy(() -> executor.migrate(folder.history(), "nope"))
        .hasMessageStartingWith("unknown-migration: There is no migration \"nope\" here.")
        .hasMessageContaining(a);
  }

  @Test
  void should_keep_the_first_and_show_the_line_of_the_second_without_a_trace() {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    String b =
        folder.add(
            "b",
            """
            create table b (x int);
            insert into a values (7);

            insert into
              nöpe values ('ä');
            """,
            "drop table b;");
    folder.add("c", "create table c (x int);", "drop table c;");

    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessage(
            """
            statement-failed: Statement 3 of 3 of %s failed: relation "nöpe" does not exist (SQLSTATE 42P01)
            %s:5:3
              5 |   nöpe values ('ä')
                |   ^
            Nothing of %s stayed. 1 of 3 applied before it stays: %s.
            Mend the statement, then run the command again: it goes on there.\
            """
                .formatted(b, temporary.resolve(b).resolve("up.sql"), b, a)
                .replace("values ('ä')", "values ('ä');"));

    assertThat(query("select x from a")).isEmpty();
    assertThat(query("select to_regclass('b') is null and to_regclass('c') is null"))
        .containsExactly("t");
    assertThat(query("select name from slipway.migration")).containsExactly(a);
    assertThat(query("select outcome || ' ' || error_code from slipway.run"))
        .containsExactly("failed statement-failed");
    assertThat(MigrationStatus.read(target, folder.history()).pending()).hasSize(2);
  }

  @Test
  void should_show_detail_and_hint_of_a_deferred_constraint() {
    folder.add(
        "a",
        "create table p (id int primary key);"
            + "create table c (p int references p deferrable initially deferred);"
            + "insert into c values (4);",
        "drop table c; drop table p;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageContaining("violates foreign key constraint")
        .hasMessageContaining("Detail: Key (p)=(4) is not present in table \"p\".")
        .hasMessageContaining("Nothing of ");
    assertThat(query("select to_regclass('p') is null")).containsExactly("t");
  }

  @Test
  void should_refuse_what_makes_no_sense_before_anything_runs() {
    folder.add("a", "create table a (x int);\n  rollback;\nselect 1;", "drop table a;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageContaining("transaction-control")
        .hasMessageContaining("up.sql:2:3: ROLLBACK takes back what the script did")
        .hasMessageContaining("Nothing ran.");
    assertThat(query("select to_regclass('a') is null")).containsExactly("t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          begin; select 1; begin; select 2; commit; commit; | up.sql:1:18: a transaction is open already, begun by statement 1
          begin; select 1; commit; end;                     | up.sql:1:26: the statement before it has committed already
          drop database if exists other;                    | up.sql:1:1: DROP DATABASE takes a whole database
          """)
  void should_refuse_what_reads_otherwise_than_it_runs(String up, String message) {
    folder.add("a", up, "select 1;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageContaining("transaction-control")
        .hasMessageContaining(message)
        .hasMessageContaining("Nothing ran.");
    assertThat(query("select to_regclass('a') is null")).containsExactly("t");
  }

  @Test
  void should_run_what_is_easily_cut_wrong() {
    folder.add(
        "a",
        """
        create table a (x int, doc jsonb default '{"a": 1}');
        create function f(n int) returns int language sql begin atomic
          select case n when 1 then 2 else case when n > 0 then 3 end end;
          select n + 1;
        end;
        create procedure p() begin atomic insert into a values (1); insert into a values (2); end;
        create view v as select x from a;
        create rule r as on insert to v
          do instead (insert into a values (new.x); insert into a values (new.x));
        insert into a values (E'1' /* ; /* nested ; */ */ ::int);
        do $outer$ begin execute $inner$ insert into a values (3) $inner$; end; $outer$;
        call p();
        insert into v values (10); -- twice ;
        select '{"a;": 1}'::jsonb ? 'a;', array[1] @> array[1];
        """,
        "drop table a cascade;");
    executor.migrate(folder.history(), null);
    assertThat(query("select x from a order by x")).containsExactly("1", "1", "2", "3", "10", "10");
    assertThat(query("select f(4)")).containsExactly("5");
  }

  @Test
  void should_start_each_migration_with_a_clean_session() {
    folder.add(
        "a",
        "create schema s; set search_path = s; create role r_"
            + System.nanoTime()
            + ";"
            + "set session_replication_role = replica; set role pg_monitor;",
        "drop schema s;");
    folder.add(
        "b",
        "create table b (x text); insert into b values (current_setting('timezone'));",
        "drop table b;");
    executor.migrate(folder.history(), null);
    assertThat(query("select x from b")).containsExactly("UTC");
    assertThat(query("select to_regclass('public.b') is not null")).containsExactly("t");
    assertThat(query("select tableowner from pg_tables where tablename = 'b'"))
        .containsExactly("postgres");
  }

  @Test
  void should_refuse_an_edited_migration_but_not_a_changed_comment() throws IOException {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    executor.migrate(folder.history(), null);

    folder.edit(a, "up.sql", "-- Copyright\n/* for ever */ create  table a (x int)\n;\n");
    MigrationStatus status = MigrationStatus.read(target, folder.history());
    assertThat(status.isUpToDate()).isTrue();
    assertThat(status.reworded())
        .extracting(edit -> edit.file().getFileName().toString())
        .containsExactly("up.sql");
    folder.add("b", "select 1;", "select 2;");
    executor.migrate(folder.history(), null);

    folder.edit(a, "up.sql", "create table a (x bigint);");
    folder.add("c", "select 1;", "select 2;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageStartingWith("edited-after-apply: " + temporary.resolve(a).resolve("up.sql"))
        .hasMessageContaining("was edited after it was applied: its content was ");
  }

  @Test
  void should_refuse_what_is_applied_but_not_there() throws IOException {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    executor.migrate(folder.history(), null);
    folder.delete(a);
    assertThatThrownBy(() -> executor.migrate(new TestFolder(temporary).history(), null))
        .hasMessageStartingWith("applied-but-missing: ")
        .hasMessageContaining(a);
  }

  @Test
  void should_refuse_out_of_order() {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    String late = folder.addOn(List.of(a), "late", "select 1;", "select 1;");
    String b = folder.addOn(List.of(a), "b", "create table b (x int);", "drop table b;");
    executor.migrate(History.of(folderMigrations(a, b)), null);
    folder.addOn(List.of(late, b), "merge", "select 1;", "select 1;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageStartingWith("out-of-order: ")
        .hasMessageContaining(late)
        .hasMessageContaining("The last one applied is " + b);
  }

  private List<Migration> folderMigrations(String... names) {
    var migrations = new ArrayList<Migration>();
    for (String name : names) {
      migrations.add(folder.folder.read(temporary.resolve(name)));
    }
    return migrations;
  }

  @Test
  void should_take_back_to_a_name_and_to_the_beginning() {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    String b = folder.add("b", "create table b (x int);", "drop table b;");
    String c = folder.add("c", "create table c (x int);", "drop table c;");
    executor.migrate(folder.history(), null);

    assertThat(executor.rollback(folder.history(), a, Set.of()).names()).containsExactly(c, b);
    assertThat(query("select to_regclass('a') is not null and to_regclass('b') is null"))
        .containsExactly("t");
    assertThat(executor.rollback(folder.history(), a, Set.of()).names()).isEmpty();
    assertThat(executor.migrate(folder.history(), null).names()).containsExactly(b, c);
    assertThat(executor.rollback(folder.history(), Executor.BEGINNING, Set.of()).names())
        .containsExactly(c, b, a);
    assertThat(
            query("select direction || ' ' || name from slipway.run_part order by run, position"))
        .hasSize(10)
        .endsWith("down " + c, "down " + b, "down " + a);
    assertThatThrownBy(() -> executor.rollback(folder.history(), "x", Set.of()))
        .hasMessageStartingWith("unknown-migration: ");
  }

  @Test
  void should_take_back_what_loses_data_only_when_it_is_named() {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    String b =
        folder.add(
            "b",
            "alter table a drop column x;",
            "-- slipway: irreversible: the values of a.x are gone\n"
                + "alter table a add column x int;");
    executor.migrate(folder.history(), null);
    assertThatThrownBy(() -> executor.rollback(folder.history(), a, Set.of()))
        .hasMessageStartingWith("irreversible: ")
        .hasMessageContaining(b + ": the values of a.x are gone");
    assertThat(executor.rollback(folder.history(), a, Set.of(b)).names()).containsExactly(b);
  }

  @Test
  void should_not_count_as_taken_back_what_has_no_way_back() {
    folder.add("a", "create table a (x int);", "-- nothing\n");
    executor.migrate(folder.history(), null);
    assertThatThrownBy(() -> executor.rollback(folder.history(), Executor.BEGINNING, Set.of()))
        .hasMessageStartingWith("no-way-back: ");
  }

  @Test
  void should_say_that_a_failed_way_back_leaves_it_applied() {
    String a = folder.add("a", "create table a (x int);", "drop table nope;");
    executor.migrate(folder.history(), null);
    assertThatThrownBy(() -> executor.rollback(folder.history(), Executor.BEGINNING, Set.of()))
        .hasMessageContaining("down.sql:1:1")
        .hasMessageContaining(a + " is still applied, whole.");
    assertThat(query("select name from slipway.migration")).containsExactly(a);
  }

  @Test
  void should_run_direct_statements_in_one_transaction() {
    assertThatThrownBy(() ->
            executor.apply(
                "push",
                List.of(Statement.of("create table t (x int)"), Statement.of("selec 1")),
                Precondition.NONE))
        .hasMessageContaining("statement 2 of push:1:1")
        .hasMessageContaining("Nothing of it stayed.");
    executor.apply("push", List.of(Statement.of("create table t (x int)")), Precondition.NONE);
    assertThat(query("select command || ' ' || outcome from slipway.run order by id"))
        .containsExactly("push failed", "push done");
    assertThat(query("select sql from slipway.run_part"))
        .containsExactly("create table t (x int);\n");
  }

  @Test
  void should_run_nothing_when_a_precondition_does_not_hold() {
    assertThatThrownBy(() ->
            executor.apply(
                "push",
                List.of(Statement.of("create table t (x int)")),
                connection -> {
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");
    assertThat(query("select to_regclass('t') is null")).containsExactly("t");
  }

  @Test
  void should_write_nothing_when_it_only_looks() {
    folder.add("a", "create table a (x int);", "drop table a;");
    assertThat(MigrationStatus.read(target, folder.history()).pending()).hasSize(1);
    assertThat(query("select to_regnamespace('slipway') is null")).containsExactly("t");
  }

  @Test
  void should_refuse_the_ledger_of_a_newer_version() {
    folder.add("a", "create table a (x int);", "drop table a;");
    executor.migrate(folder.history(), null);
    execute("update slipway.ledger set format = 99");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageStartingWith("ledger-too-new: The target's ledger has the format 99;");
  }

  @Test
  void should_name_who_holds_the_lock() throws SQLException {
    folder.add("a", "create table a (x int);", "drop table a;");
    var seen = new ArrayList<LockHolder>();
    var options =
        ExecutorOptions.defaults()
            .withLockWait(Duration.ZERO)
            .withProgress(
                new Progress() {
                  @Override
                  public void waiting(LockHolder holder) {
                    seen.add(holder);
                  }
                });
    try (Connection other = target.connect("migrate by ann@laptop")) {
      assertThat(target.dialect().lock().tryTake(other)).isTrue();
      assertThatThrownBy(() -> new Executor(target, options).migrate(folder.history(), null))
          .hasMessageStartingWith(
              "lock-held: The target's lock is held by \"slipway migrate by ann@laptop\" (server"
                  + " process ")
          .hasMessageContaining("Nothing ran.");
    }
    assertThat(seen).hasSize(1);
    assertThat(query("select to_regnamespace('slipway') is null")).containsExactly("t");
  }

  @Test
  void should_notice_that_a_script_gave_the_lock_away() {
    folder.add("a", "create table a (x int); select pg_advisory_unlock_all();", "drop table a;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageStartingWith("lock-lost: ");
    assertThat(query("select to_regclass('a') is null")).containsExactly("t");
  }

  @Test
  void should_stop_in_the_middle_and_say_what_stays() {
    String a = folder.add("a", "create table a (x int);", "drop table a;");
    String b =
        folder.add(
            "b", "create table b (x int);\nselect pg_sleep(60);\nselect 1;", "drop table b;");
    var cancellation = new Cancellation();
    var options =
        ExecutorOptions.defaults()
            .withCancellation(cancellation)
            .withProgress(
                new Progress() {
                  @Override
                  public void statement(int number, int total, String sql) {
                    if (sql.contains("pg_sleep")) {
                      cancellation.request();
                    }
                  }
                });
    // The request comes a moment before the statement runs.
    assertThatThrownBy(() -> new Executor(target, options).migrate(folder.history(), null))
        .hasMessageStartingWith("canceled: Canceled")
        .hasMessageContaining("Nothing of " + b + " stayed. 1 of 2 applied before it stays: " + a);
    assertThat(query("select to_regclass('b') is null")).containsExactly("t");
    assertThat(query("select outcome from slipway.run")).containsExactly("canceled");
    assertThat(query("select count(*) from pg_locks where locktype = 'advisory'"))
        .containsExactly("0");
  }

  @Test
  void should_stop_a_statement_that_runs() throws InterruptedException {
    String a = folder.add("a", "create table a (x int); select pg_sleep(60);", "drop table a;");
    var cancellation = new Cancellation();
    var options = ExecutorOptions.defaults().withCancellation(cancellation);
    var other =
        new Thread(() -> {
          String sleeping =
              "select count(*) from pg_stat_activity where wait_event = 'PgSleep'"
                  + " and datname = current_database()";
          while (query(sleeping).equals(List.of("0"))) {
            Thread.onSpinWait();
          }
          cancellation.request();
        });
    other.start();
    assertThatThrownBy(() -> new Executor(target, options).migrate(folder.history(), null))
        .hasMessageStartingWith("canceled: Canceled while statement 2 of 2 of " + a + " ran.")
        .hasMessageContaining("Nothing of " + a + " stayed.");
    other.join();
  }

  @Test
  void should_tell_what_a_timeout_of_the_role_is() {
    folder.add("a", "set local statement_timeout = 20; select pg_sleep(60);", "select 1;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageStartingWith("statement-failed: Statement 2 of 2 ")
        .hasMessageContaining("statement_timeout");
  }

  @Test
  void should_stop_waiting_for_the_lock_when_canceled() throws SQLException {
    folder.add("a", "create table a (x int);", "drop table a;");
    var cancellation = new Cancellation();
    var options =
        ExecutorOptions.defaults()
            .withCancellation(cancellation)
            .withProgress(
                new Progress() {
                  @Override
                  public void waiting(LockHolder holder) {
                    cancellation.request();
                  }
                });
    try (Connection other = target.connect("other")) {
      target.dialect().lock().tryTake(other);
      assertThatThrownBy(() -> new Executor(target, options).migrate(folder.history(), null))
          .hasMessageStartingWith("canceled: Canceled. Nothing ran");
    }
  }

  @Test
  void should_give_up_a_table_that_others_hold() throws SQLException {
    execute("create table busy (x int)");
    folder.add("a", "create table a (x int);\nalter table busy add column y int;", "drop table a;");
    var options =
        ExecutorOptions.defaults()
            .withPatience(new LockPatience(Duration.ofMillis(50), Duration.ZERO));
    try (Connection other = target.connect("other")) {
      other.setAutoCommit(false);
      other.createStatement().execute("select * from busy");
      assertThatThrownBy(() -> new Executor(target, options).migrate(folder.history(), null))
          .hasMessageStartingWith("lock-timeout: ")
          .hasMessageContaining("up.sql:2:1");
    }
  }

  @Test
  void should_mark_a_run_that_died_as_killed() {
    folder.add("a", "create table a (x int);", "drop table a;");
    executor.migrate(folder.history(), null);
    execute("update slipway.run set outcome = 'running', finished_at = null");
    folder.add("b", "create table b (x int);", "drop table b;");
    executor.migrate(folder.history(), null);
    assertThat(query("select outcome from slipway.run order by id"))
        .containsExactly("killed", "done");
  }

  @Test
  void should_say_that_the_connection_was_lost() {
    folder.add(
        "a",
        "create table a (x int); select pg_terminate_backend(pg_backend_pid());",
        "drop table a;");
    assertThatThrownBy(() -> executor.migrate(folder.history(), null))
        .hasMessageStartingWith("connection-lost: ")
        .hasMessageContaining("Nothing of ");
    assertThat(query("select to_regclass('a') is null")).containsExactly("t");
  }

  @Test
  void should_apply_each_once_when_eight_run_at_once() throws Exception {
    for (int i = 0; i < 100; i++) {
      folder.add(
          "m" + i,
          i == 0
              ? "create table once (n int, x int default 0); insert into once values (0);"
              : "update once set x = x + 1; insert into once values (" + i + ");",
          "select 1;");
    }
    History history = folder.history();
    var start = new CountDownLatch(1);
    List<Future<RunResult>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        Callable<RunResult> run =
            () -> {
              start.await();
              return new Executor(target, ExecutorOptions.defaults()).migrate(history, null);
            };
        results.add(threads.submit(run));
      }
      start.countDown();
    }
    int applied = 0;
    for (Future<RunResult> result : results) {
      applied += result.get().names().size();
    }
    assertThat(applied).isEqualTo(100);
    assertThat(query("select count(*), count(distinct n), max(x) from once"))
        .containsExactly("100 100 99");
    assertThat(query("select count(*) from slipway.migration")).containsExactly("100");
  }

  private void execute(String sql) {
    try (Connection connection = target.connect("test");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> query(String sql) {
    var lines = new ArrayList<String>();
    try (Connection connection = target.connect("test");
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        var values = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          values.add(rows.getString(i));
        }
        lines.add(String.join(" ", values));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }
}
