package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.ObjectId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that functions, blocks and triggers take: what cases of {@link RowParkingTest} can't say.
 */
class CalledRowsTest {

  @TempDir Path temporary;
  private SegmentDatabase database;
  private TestFolder folder;
  private final List<String> again = new ArrayList<>();
  private final List<String> many = new ArrayList<>();

  @BeforeEach
  void fill() {
    database = new SegmentDatabase(17);
    database.execute(
        "create table t (id int primary key, n int)",
        "insert into t select g, 0 from generate_series(1, 5) g",
        "create table u (id int)",
        "insert into u values (1)");
    folder = new TestFolder(temporary);
  }

  private void migrate() {
    var progress =
        new Progress() {
          @Override
          public void parksMany(int number, long rows) {
            many.add(number + " " + rows);
          }

          @Override
          public void parksAgain(int number, List<ObjectId> tables) {
            again.add(number + " " + tables.stream().map(ObjectId::dotted).toList());
          }
        };
    new Executor(database.target(), ExecutorOptions.defaults().withProgress(progress))
        .migrate(folder.history(), null);
  }

  @Test
  void should_run_again_what_takes_rows_and_nothing_else() {
    folder.add(
        "a",
        """
        do $$ begin insert into u values (2); end $$;
        select id from t for update;
        do $$ begin update t set n = n + 1; end $$;
        do $$ begin delete from t where id = 9; create table v (id int); insert into v values (1);
          update v set id = 2; end $$;
        """,
        "drop table v;");
    migrate();
    assertThat(again).containsExactly("3 [public.t]");
    assertThat(database.query("select sum(n)::text from t")).containsExactly("5");
    assertThat(database.query("select count(*)::text from u")).containsExactly("2");
  }

  @Test
  void should_watch_what_only_the_second_time_takes() {
    database.execute("create sequence times");
    folder.add(
        "a",
        "do $$ begin update t set n = 1; if nextval('times') > 1 then delete from u; end if; end"
            + " $$;",
        "select 1;");
    migrate();
    assertThat(again).containsExactly("1 [public.t]", "1 [public.t, public.u]");
    rollback();
    assertThat(database.query("select sum(n)::text from t")).containsExactly("0");
    assertThat(database.query("select count(*)::text from u")).containsExactly("1");
  }

  @Test
  void should_refuse_what_keeps_its_triggers_from_copying() {
    folder.add(
        "a",
        "do $$ begin alter table t disable trigger all; delete from t;"
            + " alter table t enable trigger all; end $$;",
        "select 1;");
    assertThatThrownBy(this::migrate)
        .hasMessageContaining(
            "Copying the rows aside that statement 1 of 20261121101500_a takes failed")
        .hasMessageContaining("keeps the triggers that copy rows from doing so")
        .hasMessageContaining("-- slipway: parked: off");
    assertThat(database.query("select count(*)::text from t")).containsExactly("5");
    assertThat(database.query("select 1 from pg_proc where proname ~ 'slipway'")).isEmpty();
  }

  @Test
  void should_leave_the_tables_of_extensions_alone() {
    database.execute("create extension pg_trgm", "alter extension pg_trgm add table u");
    folder.add("a", "do $$ begin delete from u; end $$;", "select 1;");
    migrate();
    assertThat(again).isEmpty();
    assertThat(database.query("select count(*)::text from u")).containsExactly("0");
  }

  @Test
  void should_tell_of_many_rows_before_they_are_copied() {
    database.execute(
        "insert into t select g, 0 from generate_series(6, 250000) g",
        "create table v (id int) partition by list (id)",
        "create table v_1 partition of v for values in (1)",
        "insert into v select 1 from generate_series(1, 120000)",
        "analyze t",
        "analyze v");
    folder.add(
        "a",
        """
        update t set n = 1 where id < 10;
        update t set n = 2;
        with gone as (delete from t returning id) insert into u select id from gone where id < 5;
        truncate v;
        """,
        "select 1;");
    migrate();
    assertThat(many)
        .hasSize(3)
        .extracting(line -> line.split(" ")[0])
        .containsExactly("2", "3", "4");
    assertThat(many).allMatch(line -> Long.parseLong(line.split(" ")[1]) >= 100_000);
  }

  private void rollback() {
    new Executor(database.target(), ExecutorOptions.defaults())
        .rollback(folder.history(), Executor.BEGINNING, Set.of());
  }
}
