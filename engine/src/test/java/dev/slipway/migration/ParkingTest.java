package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.ParkedThing;
import dev.slipway.dialect.Scope;
import dev.slipway.plan.Plan;
import dev.slipway.plan.RowCheck;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code src/test/cases/parking} is a case: {@code before.sql} with rows, {@code
 * after.sql} without what is parked, {@code since.sql} with rows that are written meanwhile, {@code
 * refused.txt} with what then stands in the way back, and {@code restore.txt} with the values that
 * are declared for them. Every earlier row must be back, nothing of it seen meanwhile, and nothing
 * left after a purge.
 */
class ParkingTest {

  private static final Path CASES = Path.of("src/test/cases/parking");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:00Z"), ZoneOffset.UTC);

  @TempDir Path temporary;

  private final Postgres dialect = new Postgres();

  @TestFactory
  Stream<DynamicTest> should_bring_every_row_back_on_15() throws IOException {
    return cases(15);
  }

  @TestFactory
  Stream<DynamicTest> should_bring_every_row_back_on_17() throws IOException {
    return cases(17);
  }

  @TestFactory
  Stream<DynamicTest> should_bring_every_row_back_on_18() throws IOException {
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
      Map<ObjectId, List<String>> rows = rows(connection, before);
      Catalog after = read(shadow, folder.resolve("after.sql"));
      var migrations = new MigrationFolder(Files.createTempDirectory(temporary, "m"), dialect);
      Migration migration = write(shadow, migrations, before, after);
      var executor = new Executor(target, ExecutorOptions.defaults());

      executor.migrate(migrations.history(), null);

      assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(after);
      assertThat(dialect.ledger().parked(connection))
          .hasSize(migration.down().parked().size())
          .allMatch(entry -> migration.name().equals(entry.migration()));
      assertThat(names(connection)).containsAll(places(migration));
      run(connection, text(folder.resolve("since.sql")));
      refuse(folder, executor, migrations);
      declare(folder, migration);

      executor.rollback(migrations.history(), Executor.BEGINNING, Set.of());

      assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(before);
      assertThat(dialect.ledger().parked(connection)).isEmpty();
      assertThat(dialect.parkedStore().find(connection)).isEmpty();
      Map<ObjectId, List<String>> back = rows(connection, before);
      rows.forEach((table, each) -> assertThat(back.get(table)).containsAll(each));

      executor.migrate(migrations.history(), null);
      List<ParkedThing> all = dialect.parkedStore().find(connection);
      executor.purge(dialect.parkedStore().purge(all, true), labels(all), ignored -> {});

      assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(after);
      assertThat(dialect.parkedStore().find(connection)).isEmpty();
      assertThat(texts(connection, "select nspname from pg_namespace where nspname like '%parked'"))
          .isEmpty();
      assertThatThrownBy(
              () -> executor.rollback(migrations.history(), Executor.BEGINNING, Set.of()))
          .hasMessageContaining("can't be taken back, since what they parked is purged")
          .hasMessageContaining(migration.down().parked().getFirst().object());
    }
  }

  private void refuse(Path folder, Executor executor, MigrationFolder migrations)
      throws IOException {
    if (Files.exists(folder.resolve("refused.txt"))) {
      assertThatThrownBy(
              () -> executor.rollback(migrations.history(), Executor.BEGINNING, Set.of()))
          .isInstanceOf(RowsViolateException.class)
          .satisfies(e ->
              assertThat(
                      ((RowsViolateException) e)
                          .findings().stream().map(found -> found.check().demand()).toList())
                  .containsExactlyInAnyOrderElementsOf(
                      Files.readAllLines(folder.resolve("refused.txt"))));
    }
  }

  private static void declare(Path folder, Migration migration) throws IOException {
    String lines =
        text(folder.resolve("restore.txt"))
            .lines()
            .map(line -> "-- slipway: restore: " + line + "\n")
            .collect(Collectors.joining());
    Files.writeString(migration.down().file(), lines + migration.down().text());
  }

  private Migration write(Shadow shadow, MigrationFolder folder, Catalog before, Catalog after) {
    MigrationName name = MigrationName.next(CLOCK, "parking", List.of());
    SchemaPlanner planner = new SchemaPlanner(dialect, shadow).parking(name.parking());
    Plan plan = planner.plan(before, Desired.of(after));
    planner.prove(plan, before, after);
    String up = PlanScript.up(plan);
    String down = PlanScript.down(plan);
    List<RowCheck> back = plan.checksBack();
    var manifest =
        new Manifest(List.of(), plan.from(), plan.to(), List.of(), List.of(), "test")
            .withRowsBack(back.isEmpty() ? null : RowDemands.back(down, back, dialect))
            .withReverses(KnownReverses.of(up, down, StepReverse.of(plan), dialect));
    Migration written = folder.write(name, new MigrationFolder.Draft(up, down, manifest, after));
    assertThat(written.manifest()).isEqualTo(manifest);
    assertThat(written.down().irreversible()).isEmpty();
    assertThat(written.irreversible()).isEmpty();
    assertThat(written.parks()).isTrue();
    return written;
  }

  private static List<String> places(Migration migration) {
    return migration.down().parked().stream().map(part -> part.place().getLast()).toList();
  }

  private List<String> names(Connection connection) throws SQLException {
    return dialect.parkedStore().find(connection).stream().map(each -> each.id().name()).toList();
  }

  private static Set<String> labels(List<ParkedThing> things) {
    return things.stream().map(ParkedThing::label).collect(Collectors.toSet());
  }

  private Catalog read(Shadow shadow, Path file) {
    var reader = new SourceReader(dialect, shadow, CASES, List.of(), (database, path) -> {});
    return reader.read(new Source.SqlFiles(file)).catalog();
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static Map<ObjectId, List<String>> rows(Connection connection, Catalog catalog)
      throws SQLException {
    Map<ObjectId, List<String>> rows = new TreeMap<>();
    for (Table table : catalog.all(Table.class)) {
      String name =
          table.id().path().stream()
              .map(each -> '"' + each.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining("."));
      rows.put(table.id(), texts(connection, "select t::text from " + name + " t order by 1"));
    }
    return rows;
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
