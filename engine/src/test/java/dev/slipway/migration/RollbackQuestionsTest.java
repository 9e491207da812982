package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Plan;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code src/test/cases/rollback} is a case: {@code before.sql} with rows, {@code
 * after.sql} with fewer constraints or wider types, {@code since.sql} with what is written
 * meanwhile, {@code refused.txt} with all that is then in the way back, and {@code mended.sql} that
 * takes it away. What is asked must be what the server refuses: without questions it refuses the
 * same way back, and lets it through when the rows are mended. Without {@code refused.txt} nothing
 * may be in the way of the questions, and the server decides.
 */
final class RollbackQuestionsTest {

  private static final Path CASES = Path.of("src/test/cases/rollback");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:00Z"), ZoneOffset.UTC);

  @TempDir Path temporary;

  private final Postgres dialect = new Postgres();

  @TestFactory
  Stream<DynamicTest> should_ask_before_it_runs_on_15() throws IOException {
    return cases(15);
  }

  @TestFactory
  Stream<DynamicTest> should_ask_before_it_runs_on_17() throws IOException {
    return cases(17);
  }

  @TestFactory
  Stream<DynamicTest> should_ask_before_it_runs_on_18() throws IOException {
    return cases(18);
  }

  private Stream<DynamicTest> cases(int version) throws IOException {
    Shadow shadow = EmbeddedShadow.open(dialect, version, List.of());
    List<Path> folders;
    try (Stream<Path> files = Files.list(CASES)) {
      folders = files.sorted().toList();
    }
    return folders.stream()
        .map(folder ->
            DynamicTest.dynamicTest(
                folder.getFileName().toString(), () -> check(shadow, version, folder)))
        .onClose(shadow::close);
  }

  private void check(Shadow shadow, int version, Path folder) throws IOException, SQLException {
    Target target = TestDatabases.create(version);
    try (Connection connection = target.connector().apply("test")) {
      run(connection, Files.readString(folder.resolve("before.sql")));
      Catalog before = dialect.introspect(connection, Scope.all());
      var migrations = new MigrationFolder(Files.createTempDirectory(temporary, "m"), dialect);
      Migration migration =
          write(shadow, migrations, before, read(shadow, folder.resolve("after.sql")));
      var executor = new Executor(target, ExecutorOptions.defaults());
      executor.migrate(migrations.history(), null);
      Catalog after = dialect.introspect(connection, Scope.all());
      run(connection, Files.readString(folder.resolve("since.sql")));

      if (Files.exists(folder.resolve("refused.txt"))) {
        requireRefused(
            folder,
            connection,
            () ->
                executor.rollback(
                    migrations.history(), Executor.BEGINNING, Set.of(migration.name())));
        assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(after);
        var silent = new Executor(target, ExecutorOptions.defaults().withRowChecks(null));
        assertThatThrownBy(() ->
                silent.rollback(migrations.history(), Executor.BEGINNING, Set.of(migration.name())))
            .isInstanceOf(SlipwayException.class)
            .isNotInstanceOf(RowsViolateException.class);
        assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(after);
        run(connection, Files.readString(folder.resolve("mended.sql")));
      }

      executor.rollback(migrations.history(), Executor.BEGINNING, Set.of(migration.name()));

      assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(before);
    }
  }

  private static void requireRefused(Path folder, Connection connection, ThrowingCallable rollback)
      throws IOException {
    List<String> demands = Files.readAllLines(folder.resolve("refused.txt"));
    assertThatThrownBy(rollback)
        .isInstanceOfSatisfying(
            RowsViolateException.class,
            e -> {
              assertThat(e.code()).isEqualTo(MigrationError.ROWS_VIOLATE);
              assertThat(e.findings().stream().map(found -> found.check().demand()))
                  .containsExactlyInAnyOrderElementsOf(demands);
              assertThat(e.findings())
                  .allSatisfy(found -> {
                    assertThat(found.samples()).isNotEmpty();
                    assertThat(hasRows(connection, found.check().sampleSql())).isTrue();
                  });
            });
  }

  private Migration write(Shadow shadow, MigrationFolder folder, Catalog before, Desired desired) {
    MigrationName name = MigrationName.next(CLOCK, "asked", List.of());
    SchemaPlanner planner = new SchemaPlanner(dialect, shadow).parking(name.parking());
    Plan plan = planner.plan(before, desired);
    Catalog after = planner.prove(plan, before, desired.catalog());
    String down = PlanScript.down(plan);
    var manifest =
        new Manifest(List.of(), plan.from(), plan.to(), List.of(), List.of(), "test")
            .withRowsBack(
                plan.checksBack().isEmpty()
                    ? null
                    : RowDemands.back(down, plan.checksBack(), dialect));
    return folder.write(
        name, new MigrationFolder.Draft(PlanScript.up(plan), down, manifest, after));
  }

  private Desired read(Shadow shadow, Path file) {
    var reader = new SourceReader(dialect, shadow, CASES, List.of(), (database, path) -> {});
    return reader.read(new Source.SqlFiles(file));
  }

  private static boolean hasRows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next();
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
