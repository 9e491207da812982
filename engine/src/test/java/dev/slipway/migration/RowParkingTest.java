package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.ParkedThing;
import dev.slipway.dialect.RowsBack;
import dev.slipway.dialect.Scope;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code src/test/cases/rows} is a case: {@code before.sql} with rows, {@code
 * up.sql} and {@code down.sql} as a person wrote them, {@code since.sql} with what is written
 * meanwhile, {@code refused.txt} with what then stands in the way back and {@code mend.sql} with
 * what helps. {@code expected.txt} has what is parked and what becomes of it; where nobody wrote
 * since, every row must be back.
 */
class RowParkingTest {

  private static final Path CASES = Path.of("src/test/cases/rows");

  @TempDir Path temporary;

  private final Postgres dialect = new Postgres();

  @TestFactory
  Stream<DynamicTest> should_bring_rows_back_that_statements_took() throws IOException {
    String only = System.getProperty("cases", "rows/*").replaceFirst("^rows/", "");
    List<Path> folders;
    try (Stream<Path> files = Files.list(CASES)) {
      folders =
          files
              .filter(each ->
                  each.getFileSystem().getPathMatcher("glob:" + only).matches(each.getFileName()))
              .sorted()
              .toList();
    }
    assertThat(folders).isNotEmpty();
    return folders.stream()
        .flatMap(folder ->
            Stream.of(15, 17, 18)
                .map(version ->
                    DynamicTest.dynamicTest(
                        folder.getFileName() + " on " + version, () -> check(version, folder))));
  }

  private void check(int version, Path folder) throws IOException, SQLException {
    Target target = TestDatabases.create(version);
    var migrations =
        new TestFolder(temporary.resolve(version + "-" + folder.getFileName().toString()));
    String name =
        migrations.add(
            "rows", Files.readString(folder.resolve("up.sql")), text(folder.resolve("down.sql")));
    var told = new Told();
    var executor = new Executor(target, ExecutorOptions.defaults().withProgress(told));
    try (Connection connection = target.connector().apply("test")) {
      run(connection, Files.readString(folder.resolve("before.sql")));
      Catalog before = dialect.introspect(connection, Scope.all());
      List<String> rows = rows(connection, before);

      executor.migrate(migrations.history(), null);

      Catalog after = dialect.introspect(connection, Scope.all());
      assertThat(dialect.ledger().parked(connection))
          .hasSize(told.lines.size())
          .allMatch(entry -> name.equals(entry.migration()));
      assertThat(dialect.parkedStore().find(connection)).hasSize(told.lines.size());
      assertThat(texts(connection, "select tgname from pg_trigger where tgname ~ 'slipway'"))
          .isEmpty();
      assertThat(texts(connection, "select proname from pg_proc where proname ~ 'slipway'"))
          .isEmpty();
      run(connection, text(folder.resolve("since.sql")));
      refuse(folder, executor, migrations);
      run(connection, text(folder.resolve("mend.sql")));

      executor.rollback(migrations.history(), Executor.BEGINNING, Set.of());

      assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(before);
      assertThat(dialect.ledger().parked(connection)).isEmpty();
      assertThat(dialect.parkedStore().find(connection)).isEmpty();
      assertThat(texts(connection, "select 1 from pg_namespace where nspname = 'slipway_parked'"))
          .isEmpty();
      List<String> back = rows(connection, before);
      if (Files.exists(folder.resolve("since.sql"))) {
        told.lines.add("-- rows");
        told.lines.addAll(back);
      } else {
        assertThat(back).isEqualTo(rows);
      }
      golden(folder.resolve("expected.txt"), String.join("\n", told.lines) + "\n", version);

      run(connection, text(folder.resolve("again.sql")));
      executor.migrate(migrations.history(), null);
      List<ParkedThing> all = dialect.parkedStore().find(connection);
      Set<String> labels = all.stream().map(ParkedThing::label).collect(Collectors.toSet());
      executor.purge(dialect.parkedStore().purge(all, true), labels, ignored -> {});
      assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(after);
      if (!all.isEmpty()) {
        assertThatThrownBy(
                () -> executor.rollback(migrations.history(), Executor.BEGINNING, Set.of()))
            .hasMessageContaining("can't be taken back, since what they parked is purged")
            .hasMessageContaining("rows of ");
      }
      executor.rollback(migrations.history(), Executor.BEGINNING, Set.of(name));
      assertThat(dialect.introspect(connection, Scope.all())).isEqualTo(before);
    }
  }

  private void refuse(Path folder, Executor executor, TestFolder migrations) throws IOException {
    Path file = folder.resolve("refused.txt");
    if (Files.exists(file)) {
      assertThatThrownBy(
              () -> executor.rollback(migrations.history(), Executor.BEGINNING, Set.of()))
          .isInstanceOf(RowsViolateException.class)
          .satisfies(e ->
              golden(
                  file,
                  ((RowsViolateException) e)
                      .findings().stream()
                          .map(found -> found.check().demand() + ": " + found.samples() + "\n")
                          .collect(Collectors.joining()),
                  TestDatabases.VERSION));
    }
  }

  private static void golden(Path file, String actual, int version) throws IOException {
    if (Boolean.getBoolean("golden.update") && version == TestDatabases.VERSION) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  /** Rows in no order, since those that come back are written anew. */
  private static List<String> rows(Connection connection, Catalog catalog) throws SQLException {
    var rows = new ArrayList<String>();
    for (Table table : catalog.all(Table.class)) {
      ObjectId id = table.id();
      String name =
          id.path().stream()
              .map(each -> '"' + each.replace("\"", "\"\"") + '"')
              .collect(Collectors.joining("."));
      for (String row : texts(connection, "select t::text from " + name + " t order by 1")) {
        rows.add(id.dotted() + " " + row);
      }
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

  /** What is parked and what becomes of it. */
  private static final class Told implements Progress {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void parked(String object, long rows) {
      lines.add(object + ": " + rows);
    }

    @Override
    public void broughtBack(RowsBack back) {
      lines.add(
          "back "
              + back.object()
              + ": inserted "
              + back.inserted()
              + ", updated "
              + back.updated()
              + ", kept "
              + back.kept()
              + ", gone "
              + back.gone());
    }
  }
}
