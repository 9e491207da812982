package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;

import dev.slipway.catalog.ObjectId;
import dev.slipway.datamigration.DataMigrations;
import dev.slipway.schema.DataMigration;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that migrations hand to Java: each once, whatever happens in between. */
class DataMigrationTest {

  @TempDir Path temporary;
  private SegmentDatabase database;
  private TestFolder folder;
  private DataMigrations classes;
  private int refused;
  private int fills;

  @BeforeEach
  void fill() {
    fill(17);
  }

  private void fill(int version) {
    database = new SegmentDatabase(version);
    fills++;
    database.execute(
        "create table t (id bigint primary key, n int not null default 0, name text)",
        "insert into t select g * 7, 0, 'n' || g from generate_series(1, 1000) g");
    classes =
        new DataMigrations(
            () -> new URLClassLoader(new URL[0], DataMigrationTest.class.getClassLoader()));
    folder = new TestFolder(temporary.resolve("v" + version + "_" + fills), classes);
    Failing.left = 0;
    Writing.handed.set(0);
  }

  @AfterEach
  void close() {
    classes.close();
  }

  /** Counts each row, and says which it was. */
  static final class Writing implements DataMigration {
    static final AtomicInteger handed = new AtomicInteger();

    @Override
    public void migrate(Result<Record> rows, DSLContext database) {
      handed.addAndGet(rows.size());
      for (Record row : rows) {
        long id = row.get("id", Long.class);
        database
            .update(table("t"))
            .set(field("n", Integer.class), field("n", Integer.class).plus(1))
            .set(field("name", String.class), row.get("name", String.class) + "/" + id)
            .where(field("id", Long.class).eq(id))
            .execute();
      }
    }
  }

  /** Fails with its second batch, as often as it is told to. */
  static final class Failing implements DataMigration {
    static int left;
    private int batches;

    @Override
    public void migrate(Result<Record> rows, DSLContext database) {
      new Writing().migrate(rows, database);
      if (++batches == 2 && left-- > 0) {
        throw new IllegalArgumentException("no name in row " + rows.getFirst().get("id"));
      }
    }
  }

  /** Does what it must not. */
  static final class Committing implements DataMigration {
    @Override
    public void migrate(Result<Record> rows, DSLContext database) throws SQLException {
      database.connection(Connection::commit);
    }
  }

  /** Does it by a statement. */
  static final class CommittingByStatement implements DataMigration {
    @Override
    public void migrate(Result<Record> rows, DSLContext database) {
      database.execute("commit");
    }
  }

  /** Opens a transaction of jOOQ's. */
  static final class Transacting implements DataMigration {
    @Override
    public void migrate(Result<Record> rows, DSLContext database) {
      database.transaction(inner -> inner.dsl().execute("select 1"));
    }
  }

  /** Takes its time. */
  static final class Sleeping implements DataMigration {
    @Override
    public void migrate(Result<Record> rows, DSLContext database) {
      database.execute("select pg_sleep(60)");
    }
  }

  /** Takes rows that it is not handed, some of them twice, and makes others. */
  static final class Wandering implements DataMigration {
    @Override
    public void migrate(Result<Record> rows, DSLContext database) {
      new Writing().migrate(rows, database);
      database.execute("update t set n = n + 10 where id = 7");
      database.execute("delete from u where id in (select id from u order by id limit 1)");
      database.execute("insert into u values (-1); delete from u where id = -1");
    }
  }

  /** Removes what it is handed. */
  static final class Removing implements DataMigration {
    @Override
    public void migrate(Result<Record> rows, DSLContext database) {
      database
          .deleteFrom(table("t"))
          .where(field("id", Long.class).in(rows.getValues("id", Long.class)))
          .execute();
    }
  }

  /** Can't be made. */
  static final class Made implements DataMigration {
    Made(int what) {
      throw new IllegalStateException("with " + what);
    }

    @Override
    public void migrate(Result<Record> rows, DSLContext database) {}
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_hand_each_row_once(int version) {
    fill(version);
    folder.add("a", rows(Writing.class, " where n = 0 for update"), "select 1;");
    run(new Progress() {});
    assertThat(sum()).isEqualTo("1000 1 1");
    assertThat(database.query("select name from t where id = 14")).containsExactly("n2/14");
    assertThat(Writing.handed).hasValue(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_bring_back_what_classes_took(int version) {
    for (Class<?> type : List.of(Writing.class, Removing.class, Wandering.class)) {
      fill(version);
      database.execute(
          "create table u (id int)", "insert into u select g from generate_series(1, 30) g");
      folder.add("a", rows(type, ""), "select 1;");
      List<String> before = held();
      List<String> again = new ArrayList<>();
      run(
          new Progress() {
            @Override
            public void parksAgain(int number, List<ObjectId> tables) {
              again.add(number + " " + tables.stream().map(ObjectId::dotted).toList());
            }
          });
      // Rows that it is handed are copied and locked one by one; triggers are for all others.
      assertThat(again)
          .isEqualTo(
              type == Wandering.class ? List.of("1 [public.t, public.u]") : List.<String>of());
      assertThat(held()).isNotEqualTo(before);
      new Executor(database.target(), ExecutorOptions.defaults())
          .rollback(folder.history(), Executor.BEGINNING, Set.of());
      assertThat(held()).isEqualTo(before);
      assertThat(database.query("select 1 from pg_namespace where nspname = 'slipway_parked'"))
          .isEmpty();
    }
  }

  private List<String> held() {
    List<String> rows = new ArrayList<>(database.query("select t::text from t order by id"));
    rows.addAll(database.query("select id::text from u order by id"));
    return rows;
  }

  @Test
  void should_go_on_behind_the_last_batch_after_a_crash() {
    folder.add("a", rows(Writing.class, ""), "select 1;");
    for (int crash = 1; crash <= 3; crash++) {
      assertThatThrownBy(() -> run(afterEachBatch(() -> database.endSessions())))
          .hasMessageStartingWith("connection-lost: ");
    }
    run(new Progress() {});
    assertThat(sum()).isEqualTo("1000 1 1");
    new Executor(database.target(), ExecutorOptions.defaults())
        .rollback(folder.history(), Executor.BEGINNING, Set.of());
    assertThat(sum()).isEqualTo("1000 0 0");
    assertThat(database.query("select name from t where id = 14")).containsExactly("n2");
  }

  @Test
  void should_say_what_failed_and_go_on_there() {
    Failing.left = 1;
    folder.add("a", rows(Failing.class, ""), "select 1;");
    assertThatThrownBy(() -> run(new Progress() {}))
        .hasMessageStartingWith(
            "data-migration-failed: The class " + Failing.class.getName() + " failed")
        .hasMessageContaining("IllegalArgumentException: no name in row 707 (DataMigrationTest.")
        .hasMessageContaining("up.sql:2:1")
        .hasMessageContaining("1 batch of a backfill (100 rows changed) stayed");
    assertThat(database.query("select count(*) from t where n = 1")).containsExactly("100");
    run(new Progress() {});
    assertThat(sum()).isEqualTo("1000 1 1");
  }

  @Test
  void should_hand_rows_again_that_others_held() throws SQLException {
    folder.add("a", rows(Writing.class, ""), "select 1;");
    try (Connection other = database.target().connect("test");
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("update t set name = 'x' where id = 70");
      Thread release =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  while (database.query("select 1 from pg_locks where not granted").isEmpty()) {
                    Thread.onSpinWait();
                  }
                  Thread.sleep(Duration.ofMillis(2500));
                  other.commit();
                } catch (InterruptedException | SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      run(new Progress() {});
      assertThat(release.isAlive()).isFalse();
    }
    assertThat(sum()).isEqualTo("1000 1 1");
    // Its rows are locked before they are handed.
    assertThat(Writing.handed).hasValue(1000);
  }

  @Test
  void should_stop_its_statement_when_canceled() {
    folder.add("a", rows(Sleeping.class, ""), "select 1;");
    var cancellation = new Cancellation();
    Thread.ofVirtual()
        .start(() -> {
          while (database
              .query("select 1 from pg_stat_activity where wait_event = 'PgSleep'")
              .isEmpty()) {
            Thread.onSpinWait();
          }
          cancellation.request();
        });
    var options = ExecutorOptions.defaults().withCancellation(cancellation);
    assertThatThrownBy(
            () -> new Executor(database.target(), options).migrate(folder.history(), null))
        .hasMessageStartingWith("canceled: ");
  }

  @Test
  void should_keep_its_transaction() {
    fails(Committing.class, "can't be ended, nor its connection taken (commit)");
    fails(CommittingByStatement.class, "it ended the transaction of its batch by a statement");
    fails(Transacting.class, "can't be begun by the class that is handed its rows");
    assertThat(sum()).isEqualTo("1000 0 0");
  }

  private void fails(Class<?> type, String what) {
    var other = new TestFolder(temporary.resolve("refused" + refused++), classes);
    other.add("a", rows(type, ""), "select 1;");
    var target = new SegmentDatabase(17);
    target.execute(
        "create table t (id bigint primary key, n int, name text)", "insert into t values (1)");
    assertThatThrownBy(() ->
            new Executor(target.target(), ExecutorOptions.defaults())
                .migrate(other.history(), null))
        .hasMessageStartingWith("data-migration-failed: ")
        .hasMessageContaining(what);
  }

  @Test
  void should_refuse_a_class_before_anything_runs() {
    refuses("java=gone.Away", "There is no class gone.Away beside the definition");
    refuses("java=java.lang.String", "does not implement dev.slipway.schema.DataMigration");
    refuses("java=" + Made.class.getName(), "has no constructor without parameters");
    assertThat(database.query("select to_regclass('before_it')::text")).containsOnlyNulls();
  }

  private void refuses(String word, String what) {
    var other = new TestFolder(temporary.resolve("refused" + refused++), classes);
    other.add(
        "a",
        "create table before_it ();\ncommit;\n-- slipway: backfill table=t "
            + word
            + "\nselect id from t;",
        "select 1;");
    assertThatThrownBy(() ->
            new Executor(database.target(), ExecutorOptions.defaults())
                .migrate(other.history(), null))
        .hasMessageStartingWith("data-migration-class: ")
        .hasMessageContaining("up.sql: ")
        .hasMessageContaining(what);
  }

  @Test
  void should_refuse_a_directive_that_makes_no_sense() {
    misunderstands("table=t", "select id from t", "bad-directive: ", "nobody is named who");
    misunderstands("table=t java=a.B", "update t set n = 1", "bad-directive: ", "and none follows");
    misunderstands(
        "table=t java=1", "select id from t", "bad-directive: ", "is no name of a class");
    String word = "table=t java=" + Writing.class.getName();
    misunderstands(word, "select distinct name from t", "backfill-form: ", "");
    misunderstands(word, "select id into u from t", "backfill-form: ", "");
  }

  private void misunderstands(String directive, String sql, String code, String what) {
    var other = new TestFolder(temporary.resolve("refused" + refused++), classes);
    assertThatThrownBy(
            () -> {
              other.add("a", "-- slipway: backfill " + directive + "\n" + sql + ";", "select 1;");
              new Executor(database.target(), ExecutorOptions.defaults())
                  .migrate(other.history(), null);
            })
        .hasMessageStartingWith(code)
        .hasMessageContaining(what);
  }

  private static String rows(Class<?> type, String more) {
    return "-- slipway: backfill table=t batch=100 java="
        + type.getName()
        + "\nselect id, name from t"
        + more
        + ";";
  }

  private static Progress afterEachBatch(Runnable work) {
    return new Progress() {
      @Override
      public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
        work.run();
      }
    };
  }

  private String sum() {
    return database.query("select count(*) || ' ' || min(n) || ' ' || max(n) from t").getFirst();
  }

  private void run(Progress progress) {
    new Executor(database.target(), ExecutorOptions.defaults().withProgress(progress))
        .migrate(folder.history(), null);
  }
}
