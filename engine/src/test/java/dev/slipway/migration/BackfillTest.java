package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that run in batches: each row once, whatever happens in between. */
class BackfillTest {

  @TempDir Path temporary;
  private SegmentDatabase database;
  private TestFolder folder;
  private int refused;
  private int filled;

  @BeforeEach
  void fill() {
    fill(17);
  }

  private void fill(int version) {
    database = new SegmentDatabase(version);
    database.execute(
        "create table t (id bigint primary key, n int not null default 0)",
        "insert into t select g * 7 from generate_series(1, 1000) g");
    folder = new TestFolder(temporary.resolve("filled" + filled++));
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_change_each_row_once(int version) {
    fill(version);
    folder.add(
        "a",
        """
        alter table t add column m int;
        -- slipway: backfill table=public.t alias=x key=id batch=100
        update t x set n = n + 1, m = x.id from (select 1) s where x.id > 0
          -- the end
        ;
        alter table t alter column m set not null;
        """,
        "alter table t drop column m;");
    List<BackfillMark> marks = new ArrayList<>();
    run(
        new Progress() {
          @Override
          public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
            marks.add(mark);
          }
        });
    assertThat(sum()).isEqualTo("1000 1 1");
    assertThat(marks.size()).isGreaterThan(1);
    assertThat(marks.getLast().changed()).isEqualTo(1000);
    assertThat(database.query("select count(*) from slipway.segment")).containsExactly("0");
    assertThat(database.query("select statements from slipway.run_part order by position"))
        .containsExactly("1", "1", "1");
  }

  @Test
  void should_go_on_behind_the_last_batch_after_a_crash() {
    folder.add(
        "a",
        "-- slipway: backfill table=t batch=100\nupdate t set n = n + 1;",
        "update t set n = 0;");
    for (int crash = 1; crash <= 3; crash++) {
      assertThatThrownBy(() ->
              run(
                  new Progress() {
                    @Override
                    public void batch(
                        BackfillMark mark, long estimate, long visited, Duration time) {
                      database.endSessions();
                    }
                  }))
          .hasMessageStartingWith("connection-lost: ");
      MigrationStatus status = MigrationStatus.read(database.target(), folder.history());
      assertThat(status.advance()).isNotNull();
      assertThat(status.isUpToDate()).isFalse();
    }
    run(new Progress() {});
    assertThat(sum()).isEqualTo("1000 1 1");
  }

  @Test
  void should_stop_between_batches_when_canceled() {
    folder.add(
        "a",
        "-- slipway: backfill table=t batch=100\nupdate t set n = n + 1;",
        "update t set n = 0;");
    var cancellation = new Cancellation();
    var options =
        ExecutorOptions.defaults()
            .withCancellation(cancellation)
            .withProgress(
                new Progress() {
                  @Override
                  public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
                    cancellation.request();
                  }
                });
    assertThatThrownBy(
            () -> new Executor(database.target(), options).migrate(folder.history(), null))
        .hasMessageStartingWith("canceled: ")
        .hasMessageContaining("1 batch of a backfill (100 rows changed) stayed");
    run(new Progress() {});
    assertThat(sum()).isEqualTo("1000 1 1");
  }

  @Test
  void should_walk_again_for_rows_that_came_behind_its_back() {
    database.execute("alter table t add column m int");
    folder.add(
        "a",
        "-- slipway: backfill table=t batch=100 remaining='m is null'\n"
            + "update t set m = 1, n = n + 1;",
        "select 1;");
    List<Integer> passes = new ArrayList<>();
    run(
        new Progress() {
          @Override
          public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
            if (passes.isEmpty()) {
              database.execute("insert into t (id) values (1), (2)");
            }
            passes.add(mark.pass());
          }
        });
    assertThat(passes).contains(1, 2).doesNotContain(3);
    assertThat(sum()).isEqualTo("1002 1 1");
  }

  @Test
  void should_say_how_many_rows_are_left() throws IOException {
    String name =
        folder.add(
            "a",
            "-- slipway: backfill table=t remaining='n <= 0'\nupdate t set n = 1 where id <> 7;",
            "select 1;");
    assertThatThrownBy(() -> run(new Progress() {}))
        .hasMessageStartingWith("backfill-incomplete: ")
        .hasMessageContaining(
            "up.sql:2:1: after 3 walks over the whole table 1 row is not done: n <= 0");
    assertThatThrownBy(() -> run(new Progress() {}))
        .hasMessageStartingWith("backfill-incomplete: ");
    folder.edit(
        name, "up.sql", "-- slipway: backfill table=t remaining='n <= 0'\nupdate t set n = n + 1;");
    run(new Progress() {});
    assertThat(sum()).isEqualTo("1000 1 1");
  }

  @Test
  void should_refuse_another_statement_where_nobody_knows_what_is_left() throws IOException {
    String name =
        folder.add(
            "a", "-- slipway: backfill table=t batch=100\nupdate t set n = n + 1;", "select 1;");
    Progress crash =
        new Progress() {
          @Override
          public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
            database.endSessions();
          }
        };
    assertThatThrownBy(() -> run(crash)).hasMessageStartingWith("connection-lost: ");
    folder.edit(name, "up.sql", "-- slipway: backfill table=t batch=100\nupdate t set n = n + 2;");
    assertThatThrownBy(() -> run(new Progress() {}))
        .hasMessageStartingWith("edited-after-apply: ")
        .hasMessageContaining("after it had run for 100 rows")
        .hasMessageContaining("remaining='CONDITION'");
    folder.edit(name, "up.sql", "-- slipway: backfill table=t batch=100\nupdate t set n = n + 1;");
    run(new Progress() {});
    assertThat(sum()).isEqualTo("1000 1 1");
  }

  @Test
  void should_find_a_wrong_statement_where_no_row_is() {
    database.execute("truncate t");
    folder.add("a", "-- slipway: backfill table=t\nupdate t set gone = 1;", "select 1;");
    assertThatThrownBy(() -> run(new Progress() {}))
        .hasMessageStartingWith("statement-failed: ")
        .hasMessageContaining("column \"gone\"");
  }

  @Test
  void should_walk_by_several_columns_of_any_name_and_type() {
    database.execute(
        "create table \"T x\" (\"A,\"\"b\" text, at timestamptz, n int not null default 0,"
            + " primary key (\"A,\"\"b\", at))",
        "insert into \"T x\" select 'k''' || g % 7, timestamptz '2026-01-01' + g * interval '1.5 s'"
            + " from generate_series(1, 500) g");
    folder.add(
        "a",
        """
        -- slipway: backfill table=public."T x" alias=x batch=60
        with s as (select 1 as one) update "T x" x set n = n + one from s returning 1;
        -- slipway: backfill table="T x" alias=x batch=60
        delete from "T x" x where at < '2026-01-01 00:01:00' or n = 5;
        """,
        "select 1;");
    run(new Progress() {});
    assertThat(database.query("select distinct n from \"T x\"")).containsExactly("1");
    assertThat(
            database.query(
                "select count(*) || ' ' || (min(at) >= '2026-01-01 00:01:00') from \"T x\""))
        .containsExactly("461 true");
  }

  @Test
  void should_insert_what_it_reads_batch_by_batch() {
    database.execute("create table copy (id bigint primary key)");
    folder.add(
        "a",
        "-- slipway: backfill table=t batch=100\n"
            + "insert into copy select t.id from t join t as u on u.id = t.id"
            + " on conflict (id) do nothing;",
        "truncate copy;");
    run(new Progress() {});
    assertThat(database.query("select count(*) from copy")).containsExactly("1000");
  }

  @Test
  void should_refuse_what_can_not_be_walked() {
    database.execute(
        "create table loose (a int)", "create table keyed (a int not null, b int primary key)");
    refuses("table=gone", "update t set n = 1", "batch-key: The table gone ", "no such table");
    refuses("table=loose", "update loose set a = 1", "batch-key: ", "no primary key");
    refuses("table=loose key=a", "update loose set a = 1", "batch-key: ", "may be null");
    refuses("table=keyed key=a", "update keyed set a = 1", "batch-key: ", "no index begins");
    refuses("table=keyed key=c", "update keyed set a = 1", "batch-key: ", "no column \"c\"");
    refuses("table=t", "delete from t where id in (1) and n = 0 limit 3", "backfill-form: ", "");
    refuses("table=t", "create table u ()", "backfill-form: ", "");
    refuses("tabel=t", "update t set n = 1", "bad-directive: ", "there is no tabel= in it");
    refuses("table=t batch=0", "update t set n = 1", "bad-directive: ", "batch=0 is no number");
    refuses("table=t", "-- nothing", "bad-directive: ", "no statement follows");
    refuses(
        "table=t\n-- slipway: backfill table=t", "update t set n = 1", "bad-directive: ", "twice");
    refuses("table=t pause=soon", "update t set n = 1", "bad-directive: ", "pause=soon is no time");
    for (String share : List.of("0%", "101%", "007%", "15", "half")) {
      refuses("table=t share=" + share, "update t set n = 1", "bad-directive: ", "no part of the");
    }
    refuses("table=t now", "update t set n = 1", "bad-directive: ", "\"now\" is no WORD=VALUE");
    assertThat(sum()).isEqualTo("1000 0 0");
  }

  private void refuses(String directive, String sql, String code, String what) {
    var other = new TestFolder(temporary.resolve("refused" + refused++));
    assertThatThrownBy(
            () -> {
              other.add("a", "-- slipway: backfill " + directive + "\n" + sql + ";", "select 1;");
              new Executor(database.target(), ExecutorOptions.defaults())
                  .migrate(other.history(), null);
            })
        .hasMessageStartingWith(code)
        .hasMessageContaining(what);
  }

  /** A batch takes half a second, so that a hundredth of the time leaves a pause of fifty. */
  @Test
  void should_pause_for_as_long_as_its_share_says() {
    assertThat(batchesWithin3Seconds("", new Share(1))).isEqualTo(1);
    assertThat(batchesWithin3Seconds(" share=1%", Share.WHOLE)).isEqualTo(1);
    assertThat(batchesWithin3Seconds(" share=100%", new Share(1))).isGreaterThan(1);
  }

  private int batchesWithin3Seconds(String word, Share share) {
    fill();
    folder.add(
        "a",
        "-- slipway: backfill table=t batch=100"
            + word
            + "\nupdate t set n = n + 1 where (select true from pg_sleep(0.5));",
        "select 1;");
    var batches = new AtomicInteger();
    var cancellation = new Cancellation();
    var options =
        ExecutorOptions.defaults()
            .withShare(share)
            .withCancellation(cancellation)
            .withProgress(
                new Progress() {
                  @Override
                  public void batch(
                      BackfillMark mark, long estimate, long visited, Duration since) {
                    if (batches.incrementAndGet() == 1) {
                      Thread.ofVirtual()
                          .start(() -> {
                            LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
                            cancellation.request();
                          });
                    }
                  }
                });
    assertThatThrownBy(
            () -> new Executor(database.target(), options).migrate(folder.history(), null))
        .hasMessageStartingWith("canceled: ");
    return batches.get();
  }

  @Test
  void should_finish_a_migration_whose_rest_was_cut_off() throws IOException {
    String name =
        folder.add(
            "a",
            "create table a ();\ncommit;\ncreate table b ();\ncommit;\nselect 1 / 0;",
            "drop table a, b;");
    assertThatThrownBy(() -> run(new Progress() {})).hasMessageContaining("division by zero");
    folder.edit(name, "up.sql", "create table a ();\ncommit;\ncreate table b ();\ncommit;");
    run(new Progress() {});
    assertThat(MigrationStatus.read(database.target(), folder.history()).isUpToDate()).isTrue();
    assertThat(database.query("select count(*) from slipway.segment")).containsExactly("0");
  }

  /** A large table whose copies nobody analyses must not be read whole for each batch. */
  @Test
  void should_find_the_rows_of_each_batch_by_their_key() {
    database.execute(
        "create table big (id bigint primary key, n int) with (autovacuum_enabled = off)",
        "insert into big select g, 0 from generate_series(1, 60000) g",
        "vacuum analyze big");
    folder.add(
        "a",
        "-- slipway: backfill table=big batch=50\nupdate big set n = n + 1;",
        "update big set n = 0;");
    List<BackfillMark> marks = new ArrayList<>();
    run(
        new Progress() {
          @Override
          public void batch(BackfillMark mark, long estimate, long visited, Duration time) {
            marks.add(mark);
          }
        });
    assertThat(marks.size()).isGreaterThan(100);
    assertThat(database.query("select sum(n) from big")).containsExactly("60000");
    // Sessions hand in what they counted before they are gone.
    while (!database
        .query("select pid from pg_stat_activity where application_name ~ '^slipway migrate'")
        .isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(
            Integer.parseInt(
                database
                    .query("select seq_scan from pg_stat_all_tables where relname = 'big'")
                    .getFirst()))
        .isLessThan(10);
  }

  private String sum() {
    return database.query("select count(*) || ' ' || min(n) || ' ' || max(n) from t").getFirst();
  }

  private void run(Progress progress) {
    new Executor(database.target(), ExecutorOptions.defaults().withProgress(progress))
        .migrate(folder.history(), null);
  }
}
