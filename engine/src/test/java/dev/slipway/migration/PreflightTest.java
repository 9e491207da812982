package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.RowCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked at once, and what when its turn comes. */
final class PreflightTest {

  @TempDir Path path;

  private final Target target = TestDatabases.create();
  private TestFolder folder;

  @BeforeEach
  void open_folder() {
    folder = new TestFolder(path);
  }

  private static RowCheck unique(String table) {
    ObjectId id = ObjectId.of(Kind.TABLE, "public", table);
    String groups = " from public.\"" + table + "\" group by a having count(*) > 1";
    return new RowCheck(
        id,
        List.of(id),
        "each (a) of " + id.dotted() + " is there once",
        "select count(*) from (select 1" + groups + ") d",
        "select a" + groups);
  }

  private void add(String slug, String up, @Nullable RowCheck check) {
    String name = folder.add(slug, up, "select 1;");
    if (check != null) {
      Migration migration = Objects.requireNonNull(folder.folder.history().find(name));
      folder.folder.rewrite(
          migration,
          migration
              .manifest()
              .withRows(RowDemands.of(migration.up().text(), List.of(check), target.dialect())),
          migration.readCatalog());
    }
  }

  private List<RowQuestion> questions() {
    return new Executor(target, ExecutorOptions.defaults())
        .preflight(folder.folder.history(), null, null)
        .questions();
  }

  private RunResult migrate() {
    return new Executor(target, ExecutorOptions.defaults()).migrate(folder.folder.history(), null);
  }

  private void begin() {
    folder.add("base", "create table \"Two Words\" (a int); create table other (a int);", "");
    migrate();
  }

  @Test
  void should_wait_for_what_names_the_table() {
    begin();
    add("far", "alter table other add b int;", unique("other"));
    add("same", "alter table public.\"Two Words\" add b int;", unique("Two Words"));
    add("words", "comment on table other is 'of WORDS';", unique("Two Words"));

    assertThat(questions()).hasSize(3);
    assertThat(questions().get(0).waitsFor()).isNull();
    assertThat(questions().get(1).waitsFor()).isNull();
    assertThat(questions().get(2).waitsFor()).endsWith("_same");
  }

  @Test
  void should_wait_for_what_a_question_names_beside_tables() {
    begin();
    add("function", "create function good(int) returns boolean language sql return $1 > 0;", null);
    ObjectId id = ObjectId.of(Kind.TABLE, "public", "other");
    String bad = " from other where not good(a)";
    add(
        "check",
        "alter table other add check (good(a));",
        new RowCheck(id, List.of(id), "all are good", "select count(*)" + bad, "select a" + bad));

    assertThat(questions().getFirst().waitsFor()).endsWith("_function");
    assertThat(migrate().parts()).hasSize(2);
  }

  @Test
  void should_run_nothing_when_any_of_them_is_refused_by_rows() {
    folder.add("base", "create table one (a int); create table two (a int);", "");
    folder.add("rows", "insert into two values (1), (1), (2);", "");
    migrate();
    add("first", "create unique index on one (a);", unique("one"));
    add("second", "create unique index on two (a);", unique("two"));

    assertThatThrownBy(this::migrate)
        .isInstanceOfSatisfying(
            RowsViolateException.class,
            e -> {
              assertThat(e.code()).isEqualTo(MigrationError.ROWS_VIOLATE);
              assertThat(e.findings()).hasSize(1);
            })
        .hasMessageContaining("_second. Nothing ran.")
        .hasMessageContaining("a = 1");
    assertThat(MigrationStatus.read(target, folder.folder.history()).pending()).hasSize(2);
  }

  @Test
  void should_ask_again_when_its_turn_comes() {
    begin();
    add("rows", "insert into other values (3), (3);", null);
    add("unique", "create unique index on other (a);", unique("other"));

    assertThatThrownBy(this::migrate)
        .isInstanceOfSatisfying(
            RowsViolateException.class,
            e -> assertThat(e.code()).isEqualTo(MigrationError.STOPPED_BY_ROWS))
        .hasMessageContaining("1 of 2 applied before it stays");
    assertThat(MigrationStatus.read(target, folder.folder.history()).pending()).hasSize(1);
  }

  @Test
  void should_ask_nothing_for_what_was_edited() throws IOException {
    begin();
    add("rows", "insert into other values (3), (3);", null);
    migrate();
    add("unique", "create unique index on other (a);", unique("other"));
    assertThat(questions()).hasSize(1);

    Path up = Objects.requireNonNull(folder.folder.history().head()).up().file();
    Files.writeString(up, "-- Mended by hand.\n" + Files.readString(up));
    assertThat(questions()).hasSize(1);
    Files.writeString(up, "update other set a = 4 where ctid = '(0,1)';\n" + Files.readString(up));
    assertThat(questions()).isEmpty();
    assertThat(migrate().parts()).hasSize(1);
  }

  @Test
  void should_not_hold_up_for_ever() {
    begin();
    ObjectId id = ObjectId.of(Kind.TABLE, "public", "other");
    add(
        "slow",
        "alter table other add b int;",
        new RowCheck(id, List.of(id), "it is quick", "select 0 from pg_sleep(60)", "select 1"));
    var executor =
        new Executor(target, ExecutorOptions.defaults().withRowChecks(Duration.ofMillis(50)));

    assertThatThrownBy(() -> executor.migrate(folder.folder.history(), null))
        .hasMessageStartingWith("row-check-failed: Whether it is quick")
        .hasMessageContaining("took longer than");
    assertThat(migrateWithoutAsking().parts()).hasSize(1);
  }

  private RunResult migrateWithoutAsking() {
    return new Executor(target, ExecutorOptions.defaults().withRowChecks(null))
        .migrate(folder.folder.history(), null);
  }

  @Test
  void should_read_back_what_it_asks() {
    RowCheck check = unique("other");
    var tried =
        new RowCheck(check.on(), check.reads(), check.demand(), "do ''", "select 0", "select 1");
    Manifest manifest =
        TestFolder.manifest(List.of())
            .withRows(RowDemands.of("select 1;", List.of(check, tried), target.dialect()));

    assertThat(ManifestJson.read(path, ManifestJson.write(manifest))).isEqualTo(manifest);
    assertThat(ManifestJson.write(TestFolder.manifest(List.of()))).doesNotContain("rows");
  }
}
