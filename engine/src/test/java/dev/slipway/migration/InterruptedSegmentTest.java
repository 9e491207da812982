package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.Ledger;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements outside of transactions that end in the middle, and what the next run makes of it. */
class InterruptedSegmentTest {

  private static final String WAITS =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and wait_event_type = 'Lock' and application_name like 'slipway migrate%'";

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_drop_an_invalid_index_and_build_it_anew(int version) throws Exception {
    var database = new SegmentDatabase(version);
    database.execute("create table t (id int)", "insert into t values (1)");
    var folder = new TestFolder(temporary);
    folder.add(
        "a",
        "create index concurrently if not exists \"I\" on t (id);\ncreate index concurrently on t"
            + " (id desc);",
        "drop index \"I\";");

    interrupt(database, folder, "begin; insert into t values (2)");
    assertThat(invalid(database)).containsExactly("\"I\"");
    MigrationStatus status = MigrationStatus.read(database.target(), folder.history());
    assertThat(status.advance()).isNotNull();
    assertThat(status.isUpToDate()).isFalse();

    migrate(database, folder);
    assertThat(invalid(database)).isEmpty();
    assertThat(
            database.query(
                "select indexrelid::regclass::text from pg_index where indrelid ="
                    + " 't'::regclass order by 1"))
        .containsExactly("\"I\"", "t_id_idx");
    assertThat(database.query("select count(*) from slipway.segment")).containsExactly("0");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_build_anew_an_index_without_a_name(int version) throws Exception {
    var database = new SegmentDatabase(version);
    database.execute("create table t (id int)", "create index other on t (id)");
    var folder = new TestFolder(temporary);
    folder.add("a", "create index concurrently on public.t (id);", "select 1;");

    interrupt(database, folder, "begin; insert into t values (2)");
    assertThat(invalid(database)).containsExactly("t_id_idx");
    migrate(database, folder);
    assertThat(
            database.query(
                "select indexrelid::regclass::text from pg_index where indrelid ="
                    + " 't'::regclass order by 1"))
        .containsExactly("other", "t_id_idx");
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_finish_a_detach_that_is_pending(int version) throws Exception {
    var database = new SegmentDatabase(version);
    database.execute(
        "create table p (k int) partition by list (k)",
        "create table \"P 1\" partition of p for values in (1)",
        "insert into p values (1)");
    var folder = new TestFolder(temporary);
    folder.add("a", "alter table p detach partition \"P 1\" concurrently;", "select 1;");

    interrupt(database, folder, "begin; select * from p");
    assertThat(database.query("select inhdetachpending::text from pg_inherits"))
        .containsExactly("true");
    migrate(database, folder);
    assertThat(database.query("select count(*) from pg_inherits")).containsExactly("0");
    assertThat(database.query("select k from \"P 1\"")).containsExactly("1");
  }

  @Test
  void should_leave_no_invalid_index_when_rows_refuse_it() {
    var database = new SegmentDatabase(TestDatabases.VERSION);
    database.execute("create table t (id int)", "insert into t values (1), (1)");
    var folder = new TestFolder(temporary);
    folder.add("a", "create unique index concurrently i on t (id);", "drop index i;");

    assertThatThrownBy(() -> migrate(database, folder))
        .hasMessageStartingWith("statement-failed: ")
        .hasMessageContaining("Key (id)=(1) is duplicated.")
        .hasMessageContaining("Nothing of ");
    assertThat(invalid(database)).isEmpty();
    assertThat(database.query("select count(*) from slipway.segment")).containsExactly("0");
    database.execute("delete from t where ctid = '(0,1)'");
    migrate(database, folder);
    assertThat(
            database.query(
                "select indisvalid::text from pg_index where indrelid =" + " 't'::regclass"))
        .containsExactly("true");
  }

  @Test
  void should_build_anew_what_someone_else_left_invalid() {
    var database = new SegmentDatabase(TestDatabases.VERSION);
    database.execute("create table t (id int)", "insert into t values (1), (1)");
    assertThatThrownBy(() -> database.execute("create unique index concurrently i on t (id)"))
        .hasMessageContaining("duplicated");
    assertThat(invalid(database)).containsExactly("i");
    database.execute("delete from t where ctid = '(0,1)'");
    var folder = new TestFolder(temporary);
    folder.add("a", "create unique index concurrently if not exists i on t (id);", "drop index i;");
    migrate(database, folder);
    assertThat(invalid(database)).isEmpty();
    assertThat(
            database.query(
                "select indisunique::text from pg_index where indrelid =" + " 't'::regclass"))
        .containsExactly("true");
  }

  @Test
  void should_ask_when_the_statement_was_edited_since() throws Exception {
    var database = new SegmentDatabase(TestDatabases.VERSION);
    database.execute("create table t (id int)");
    var folder = new TestFolder(temporary);
    String a = folder.add("a", "create index concurrently i on t (id);", "drop index i;");
    interrupt(database, folder, "begin; insert into t values (2)");
    folder.edit(a, "up.sql", "create index concurrently j on t (id);");
    assertThatThrownBy(() -> migrate(database, folder))
        .hasMessageStartingWith("segment-unsure: Segment 1 of 1 of " + a)
        .hasMessageContaining("it was edited since")
        .hasMessageContaining("--segment-again " + a + ":1");
    folder.edit(a, "up.sql", "create index concurrently i on t (id); -- as it was");
    migrate(database, folder);
    assertThat(invalid(database)).isEmpty();
  }

  @Test
  void should_refuse_other_work_while_a_migration_is_in_part() {
    var database = new SegmentDatabase(TestDatabases.VERSION);
    var folder = new TestFolder(temporary);
    String a = folder.add("a", "create table a ();\ncommit;\nselect 1 / 0;", "drop table a;");
    assertThatThrownBy(() -> migrate(database, folder)).hasMessageContaining("division by zero");
    assertThat(database.query("select number || ' of ' || segments from slipway.segment"))
        .containsExactly("1 of 2");
    var executor = new Executor(database.target(), ExecutorOptions.defaults());
    assertThatThrownBy(() -> executor.rollback(folder.history(), Executor.BEGINNING, Set.of()))
        .hasMessageStartingWith("partly-applied: " + a + " is applied in part: 1 of 2 segments");
    assertThatThrownBy(() ->
            executor.apply(
                "push",
                List.of(dev.slipway.plan.Statement.of("create table b ()")),
                Precondition.NONE))
        .hasMessageStartingWith("partly-applied: ");
    assertThat(database.query("select count(*) from pg_class where relname = 'b'"))
        .containsExactly("0");
  }

  @Test
  void should_refuse_to_go_forth_while_a_migration_is_taken_back_in_part() throws Exception {
    var database = new SegmentDatabase(TestDatabases.VERSION);
    var folder = new TestFolder(temporary);
    String a =
        folder.add(
            "a", "create table a ();\ncreate table b ();", "drop table b;\ncommit;\nselect 1 / 0;");
    migrate(database, folder);
    var executor = new Executor(database.target(), ExecutorOptions.defaults());
    assertThatThrownBy(() -> executor.rollback(folder.history(), Executor.BEGINNING, Set.of()))
        .hasMessageContaining("Of " + a + ", segment 1 of 2 (statements 1 to 2) of the way back");
    assertThat(database.query("select name from slipway.migration")).containsExactly(a);
    folder.add("c", "select 1;", "select 1;");
    assertThatThrownBy(() -> migrate(database, folder))
        .hasMessageStartingWith("partly-taken-back: " + a + " is taken back in part: 1 of 2");
    folder.edit(a, "down.sql", "drop table b;\ncommit;\ndrop table a;");
    executor.rollback(folder.history(), Executor.BEGINNING, Set.of());
    assertThat(database.query("select count(*) from slipway.migration")).containsExactly("0");
    assertThat(database.query("select count(*) from slipway.segment")).containsExactly("0");
  }

  @Test
  void should_bring_a_ledger_of_the_first_format_to_this_one() {
    var database = new SegmentDatabase(TestDatabases.VERSION);
    var folder = new TestFolder(temporary);
    folder.add("a", "create table a ();", "drop table a;");
    migrate(database, folder);
    database.execute(
        "drop table slipway.segment, slipway.parked, slipway.release, slipway.release_use,"
            + " slipway.release_override, slipway.deployment, slipway.deployment_step,"
            + " slipway.approval, slipway.evidence",
        "alter table slipway.run_part drop column step_numbers, drop column step_milliseconds,"
            + " drop column step_lock_wait_milliseconds",
        "update slipway.ledger set format = 1");
    assertThat(MigrationStatus.read(database.target(), folder.history()).isUpToDate()).isTrue();
    folder.add("b", "create index concurrently i on pg_temp.x (y);", "select 1;");
    assertThatThrownBy(() -> migrate(database, folder)).isInstanceOf(SlipwayException.class);
    assertThat(database.query("select format from slipway.ledger"))
        .containsExactly(String.valueOf(Ledger.FORMAT));
    assertThat(
            database.query(
                "select count(*) from pg_attribute where attrelid = 'slipway.run_part'::regclass"
                    + " and attname like 'step%'"))
        .containsExactly("3");
  }

  private static void migrate(SegmentDatabase database, TestFolder folder) {
    new Executor(database.target(), ExecutorOptions.defaults()).migrate(folder.history(), null);
  }

  private static List<String> invalid(SegmentDatabase database) {
    return database.query(
        "select indexrelid::regclass::text from pg_index where not indisvalid order by 1");
  }

  /** Runs the migrations against another session's transaction, and ends both when they wait. */
  private static void interrupt(SegmentDatabase database, TestFolder folder, String other)
      throws SQLException, InterruptedException {
    try (Connection connection = database.target().connect("other");
        Statement statement = connection.createStatement();
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      statement.execute(other);
      Future<?> run = threads.submit(() -> migrate(database, folder));
      while (!run.isDone() && database.query(WAITS).equals(List.of("0"))) {
        Thread.onSpinWait();
      }
      database.endSessions();
      assertThatThrownBy(run::get)
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("connection-lost: ");
    }
  }
}
