package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCheckerTest {

  private final Target target = TestDatabases.create();

  private static RowCheck check(String count, String sample) {
    return new RowCheck(
        ObjectId.of(Kind.CONSTRAINT, "public", "users", "users_email_key"),
        List.of(ObjectId.of(Kind.TABLE, "public", "users")),
        "each (email) of public.users is there once",
        count,
        sample);
  }

  @Test
  void should_tell_how_many_and_show_five() {
    new Executor(target, ExecutorOptions.defaults())
        .apply(
            "push",
            List.of(
                dev.slipway.plan.Statement.of("create table users (email text)"),
                dev.slipway.plan.Statement.of(
                    "insert into users select 'u' || (i % 7) || '@example.org'"
                        + " from generate_series(0, 13) i"),
                dev.slipway.plan.Statement.of(
                    "insert into users values (repeat('x', 200)), (repeat('x', 200))")),
            Precondition.NONE);
    var duplicates =
        check(
            "select count(*) from (select email from users group by 1 having count(*) > 1) d",
            "select email, count(*) from users group by 1 having count(*) > 1 order by 1");
    var holds = check("select 0", "select 1");

    List<RowFinding> findings =
        new RowChecker(target.dialect(), Duration.ofMinutes(1))
            .check(target, List.of(holds, duplicates));

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().count()).isEqualTo(8);
    assertThat(findings.getFirst().samples())
        .hasSize(5)
        .startsWith("email = u0@example.org, count = 2");
  }

  @Test
  void should_not_write_and_not_wait_for_ever() {
    var checker = new RowChecker(target.dialect(), Duration.ofMillis(50));
    assertThatThrownBy(() -> checker.check(target, List.of(check("create table t (x int)", ""))))
        .hasMessageStartingWith("row-check-failed: Whether each (email)")
        .hasMessageContaining("read-only transaction");
    assertThatThrownBy(() -> checker.check(target, List.of(check("select pg_sleep(60)", ""))))
        .hasMessageContaining("it took longer than");
  }

  @Test
  void should_say_that_row_level_security_hides_rows() throws SQLException {
    var hidden = new ArrayList<ObjectId>();
    var told =
        RowChecker.of(
            target.dialect(),
            ExecutorOptions.defaults()
                .withProgress(
                    new Progress() {
                      @Override
                      public void hidden(List<ObjectId> tables) {
                        hidden.addAll(tables);
                      }
                    }));
    var question = check("select count(*) from users where email = 'b'", "select * from users");
    try (Connection connection = target.connect("test");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table users (email text);
          insert into users values ('a'), ('b');
          alter table users enable row level security;
          create policy own on users using (email = 'a');
          create role some_reader;
          grant pg_read_all_data to some_reader;
          """);
      assertThat(told.check(connection, List.of(question))).hasSize(1);
      assertThat(hidden).as("a superuser sees all rows").isEmpty();

      statement.execute("set role some_reader");
      assertThat(told.check(connection, List.of(question))).isEmpty();
      assertThat(hidden).containsExactly(ObjectId.of(Kind.TABLE, "public", "users"));

      hidden.clear();
      statement.execute("reset role; alter table users owner to some_reader; set role some_reader");
      assertThat(told.check(connection, List.of(question))).hasSize(1);
      assertThat(hidden).as("the owner sees all rows").isEmpty();

      statement.execute("alter table users force row level security");
      assertThat(told.check(connection, List.of(question))).isEmpty();
      assertThat(hidden).as("where it is forced, the owner does not").hasSize(1);
      statement.execute("reset role; drop table users; drop role some_reader");
    }
  }
}
