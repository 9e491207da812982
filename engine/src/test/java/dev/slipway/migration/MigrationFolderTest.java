package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.ScriptHash;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationFolderTest {

  private static final String HASH = "0a".repeat(32);

  @TempDir Path temporary;
  private TestFolder folder;

  @BeforeEach
  void setUp() {
    folder = new TestFolder(temporary.resolve("db/migrations"));
  }

  @Test
  void should_have_no_history_before_it_is_there() {
    assertThat(folder.history().isEmpty()).isTrue();
    assertThat(folder.history().head()).isNull();
  }

  @Test
  void should_read_back_what_it_wrote() {
    Catalog catalog = Catalog.empty(Engine.POSTGRESQL);
    var manifest =
        new Manifest(
            List.of("20260101000000_init"),
            catalog.fingerprint(),
            catalog.fingerprint(),
            List.of(
                new Change.Rename(
                    ObjectId.of(Kind.COLUMN, "public", "we\"ird.t", "näme"),
                    ObjectId.of(Kind.COLUMN, "public", "we\"ird.t", "name"))),
            List.of(new RenamedPart(ObjectId.of(Kind.ENUM, "public", "mood"), "s\"ad", "sad")),
            List.of(new AllowedHazard("SLIP102", "public.todo.note", "nobody \"wrote\" any")),
            List.of(
                new Replaced(
                    "20260102000000_b",
                    HASH,
                    List.of(new Replaced("20260101000000_a", HASH, List.of())))),
            null,
            new KnownHazards(
                HASH,
                List.of(
                    new Hazard(
                        HazardCode.TABLE_REWRITE,
                        ObjectId.of(Kind.COLUMN, "public", "to\"do", "note"),
                        "All of \"it\".",
                        "Don't.",
                        List.of(ObjectId.of(Kind.TABLE, "public", "to\"do"))))),
            null,
            new KnownReverses(
                HASH,
                HASH,
                List.of(
                    new StepReverse(
                        "park \"it\"", StepReverse.Standing.PARKED, List.of("column a as b"), null),
                    new StepReverse(
                        "drop it",
                        StepReverse.Standing.IRREVERSIBLE,
                        List.of(),
                        "All of \"it\" is gone."))),
            new Handwritten(HASH, null),
            "0.1.0");
    var name = new MigrationName(LocalDateTime.of(2026, 11, 21, 10, 15), "next");
    var draft = new MigrationFolder.Draft("select 1;\n", "select 2;\n", manifest, catalog);

    Migration written = folder.folder.write(name, draft);

    assertThat(written.manifest()).isEqualTo(manifest);
    assertThat(written.readCatalog()).isEqualTo(catalog);
    assertThat(written.name()).isEqualTo("20261121101500_next");
    assertThat(folder.path).isDirectoryContaining("glob:**/20261121101500_next");
    assertThat(folder.path.toFile().list()).hasSize(1);
    assertThatThrownBy(() -> folder.folder.write(name, draft))
        .hasMessageStartingWith("migration-exists: ");
  }

  @Test
  void should_write_nothing_when_a_script_is_wrong() {
    assertThatThrownBy(() -> folder.add("a", "select 'open", ""))
        .hasMessageContaining("unterminated-script");
    assertThat(folder.path.toFile().list()).isEmpty();
  }

  @Test
  void should_name_the_file_that_is_missing() throws IOException {
    for (String file : List.of("up.sql", "down.sql", "migration.json", "catalog.json")) {
      String name = folder.add("a", "select 1;", "select 1;");
      Path missing = folder.path.resolve(name).resolve(file);
      Files.delete(missing);
      assertThatThrownBy(() -> folder.history())
          .hasMessageStartingWith("missing-file: " + missing + " is missing.");
      folder.delete(name);
    }
  }

  @Test
  void should_refuse_what_is_no_migration() throws IOException {
    String name = folder.add("a", "select 1;", "select 1;");
    Files.writeString(folder.path.resolve("README.md"), "");
    Files.writeString(folder.path.resolve(".gitkeep"), "");
    assertThat(folder.history().names()).containsExactly(name);

    Files.writeString(folder.path.resolve("V1__init.sql"), "");
    assertThatThrownBy(() -> folder.history())
        .hasMessageStartingWith("not-a-migration: ")
        .hasMessageContaining("V1__init.sql is no migration");
    Files.delete(folder.path.resolve("V1__init.sql"));

    folder.edit(name, "verify.sql", "");
    assertThatThrownBy(() -> folder.history())
        .hasMessageContaining("verify.sql is no file of a migration");
  }

  @Test
  void should_name_the_key_that_is_wrong() throws IOException {
    String name = folder.add("a", "select 1;", "select 1;");
    Path file = folder.path.resolve(name).resolve("migration.json");
    String good = Files.readString(file);
    refuses(
        file, good.replace("\"tool\"", "\"author\" : \"x\", \"tool\""), "unknown key \"author\"");
    refuses(file, good.replace("\"before\"", "\"befor\""), "unknown key \"fingerprints.befor\"");
    refuses(file, good.replace("\"tool\" : \"test\"", "\"tool\" : 1"), "needs a text at \"tool\"");
    refuses(file, good.replace("\"parents\" : [ ]", "\"parents\" : [ \"x\" ]"), "names \"x\"");
    refuses(
        file, good.replace("\"format\" : 1", "\"format\" : 2"), "has the format 2; this version");
    refuses(file, good.replace("\"allowed\" : [ ],", ""), "lacks the key \"allowed\"");
    refuses(
        file,
        good.replace("\"allowed\" : [ ]", "\"allowed\" : [ { \"code\": \"SLIP101\" } ]"),
        "lacks the key \"allowed[0].object\"");
    refuses(
        file,
        good.replace(
            "\"renames\" : [ ]", "\"renames\" : [ { \"from\": [\"X\", \"a\"], \"to\": [] } ]"),
        "names the kind \"X\" at \"renames[0].from\"");
    refuses(file, good.replace("\"tool\"", "\"format\" : 1, \"tool\""), "is not JSON at line ");
    refuses(file, "{", "is not JSON");
    refuses(file, "[]", "must be an object");
    refuses(file, "", "must be an object");
  }

  private void refuses(Path file, String json, String why) throws IOException {
    Files.writeString(file, json);
    assertThatThrownBy(() -> folder.history())
        .hasMessageStartingWith("bad-migration-file: " + file + " ")
        .hasMessageContaining(why);
  }

  @Test
  void should_refuse_directives_that_are_not_understood() throws IOException {
    String name = folder.add("a", "select 1;", "select 1;");
    directive(name, "up.sql", "\n-- slipway: irreversibel: x", ":2: there is no directive");
    directive(name, "up.sql", "-- slipway: irreversible: x", ":1: \"irreversible\" is said about");
    directive(name, "up.sql", "-- slipway: no-transaction", "not available in this version");
    directive(name, "up.sql", "-- slipway: timeout: soon", "is no time");
    directive(name, "up.sql", "-- slipway: backfill: t", "Write it like this");
    folder.edit(name, "up.sql", "select 1;");
    directive(name, "down.sql", "-- slipway: irreversible:", "lacks its reason");
    directive(name, "down.sql", "-- slipway: parked: column a.b.c", "where");
    directive(name, "down.sql", "-- slipway: restore: a.b.c = 1", "does not name a column");
  }

  private void directive(String name, String file, String text, String why) throws IOException {
    folder.edit(name, file, text);
    Migration migration = folder.history().migrations().getFirst();
    assertThatThrownBy(migration::requireReadable)
        .hasMessageStartingWith("bad-directive: ")
        .hasMessageContaining(file + ":")
        .hasMessageContaining(why);
  }

  @Test
  void should_not_care_for_line_ends_and_byte_order_marks() throws IOException {
    String name = folder.add("a", "select 'a\nb';\n", "select 1;");
    ScriptHash before = folder.history().migrations().getFirst().up().hash();
    folder.edit(name, "up.sql", "\uFEFFselect 'a\r\nb';\r\n");
    assertThat(folder.history().migrations().getFirst().up().is(before)).isTrue();
    assertThat(folder.history().migrations().getFirst().up().hash()).isEqualTo(before);
  }

  @Test
  void should_refuse_a_catalog_that_is_not_the_one_it_arrives_at() throws IOException {
    String name = folder.add("a", "select 1;", "select 1;");
    folder.edit(name, "catalog.json", "{}");
    Migration migration = folder.history().migrations().getFirst();
    assertThatThrownBy(migration::readCatalog)
        .hasMessageStartingWith("bad-migration-file: ")
        .hasMessageContaining("catalog.json is no catalog");
  }

  @Test
  void should_read_a_thousand() {
    for (int i = 0; i < 1000; i++) {
      folder.add("m" + i, "create table t" + i + " (id bigint primary key);\n", "select 1;");
    }
    long start = System.nanoTime();
    assertThat(folder.history().names()).hasSize(1000).isSorted();
    System.out.printf("1,000 migrations read in %d ms%n", (System.nanoTime() - start) / 1_000_000);
  }
}
