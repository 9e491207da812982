package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.plan.Lock;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Step;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How one database becomes another and back. A case is a folder with {@code before.sql} (with rows
 * where they matter), {@code after.sql}, and the {@code plan.txt} that leads there: statements with
 * locks, what is lost, and the answers of the rows.
 */
final class AlterationTest {

  static Stream<Arguments> cases() throws IOException {
    return Cases.of("alterations");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_lead_there_and_back(Path folder, int version) throws IOException, SQLException {
    TestServer server = TestServer.of(version);
    try (TestDatabase target = server.newDatabase();
        TestDatabase wanted = server.newDatabase()) {
      target.run(Files.readString(folder.resolve("before.sql")));
      wanted.run(Files.readString(folder.resolve("after.sql")));
      Catalog before = target.read();
      Catalog after = wanted.read();
      Plan plan =
          new SchemaPlanner(new Postgres(), new TestShadow(server)).plan(before, Desired.of(after));

      var answers = new ArrayList<String>();
      boolean holds = ask(target.connection(), plan, answers);
      Golden.check(folder.resolve("plan.txt"), shown(plan, answers));

      if (holds) {
        target.runTogether(plan.up());
        assertThat(objects(target.read())).isEqualTo(objects(after));
        target.runTogether(plan.down());
        assertThat(objects(target.read())).isEqualTo(objects(before));
      }
    }
  }

  /** Without the order of columns: a new one stands last. */
  private static List<String> objects(Catalog catalog) {
    var objects = new ArrayList<String>();
    catalog.objects().forEach(object -> objects.add(object.toString()));
    return objects;
  }

  private static boolean ask(Connection target, Plan plan, List<String> answers)
      throws SQLException {
    boolean holds = true;
    for (RowCheck check : plan.checks().toList()) {
      target.setAutoCommit(false);
      if (check.trySql() != null) {
        try (Statement statement = target.createStatement()) {
          statement.execute(check.trySql());
        }
        answers.add("check " + check.on() + ": " + check.trySql());
      }
      String count = rows(target, check.countSql());
      holds &= count.equals("0");
      answers.add(
          "check %s: %s\n  %s\n  = %s"
              .formatted(check.on(), check.demand(), check.countSql(), count));
      answers.add("  %s\n  = %s".formatted(check.sampleSql(), rows(target, check.sampleSql())));
      target.rollback();
      target.setAutoCommit(true);
    }
    return holds;
  }

  private static String rows(Connection target, String sql) throws SQLException {
    var rows = new ArrayList<String>();
    try (Statement statement = target.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        var values = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join(" ", values));
      }
    }
    return String.join(" | ", rows);
  }

  private static String shown(Plan plan, List<String> answers) {
    var lines = new ArrayList<String>();
    for (Step step : plan.steps()) {
      lines.add(step.statement().sql() + ";");
      String locks =
          step.statement().locks().stream()
              .map(AlterationTest::shown)
              .collect(Collectors.joining(", "));
      lines.add("  locks " + (locks.isEmpty() ? "nothing" : locks));
      step.reverse().sql().forEach(sql -> lines.add("  back " + sql.replace("\n", "\n  ") + ";"));
      if (step.reverse() instanceof Reverse.Irreversible lost) {
        lines.add("  lost " + lost.reason());
      }
    }
    lines.addAll(answers);
    return String.join("\n", lines) + "\n";
  }

  private static String shown(Lock lock) {
    return lock.mode() + " " + lock.on();
  }
}
