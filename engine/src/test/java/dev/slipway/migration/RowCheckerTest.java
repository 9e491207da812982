package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Statement;
import java.time.Duration;
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
                Statement.of("create table users (email text)"),
                Statement.of(
                    "insert into users select 'u' || (i % 7) || '@example.org'"
                        + " from generate_series(0, 13) i"),
                Statement.of("insert into users values (repeat('x', 200)), (repeat('x', 200))")),
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
}
