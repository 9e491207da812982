package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Script;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.ScriptLoader;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import dev.slipway.source.Elaborations.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code src/test/cases/changed-tables} is a case: a definition {@code before.sql},
 * what became of it in {@code after.sql}, and in {@code way.txt} whether the short way to its
 * catalog is taken. Where it is, it gives what the long way gives.
 *
 * <p>A line {@code -- table SCHEMA.NAME} begins a script of parts of that table, with the tables
 * that it also needs behind {@code with}; {@code -- generated ORIGIN} and {@code -- written ORIGIN}
 * begin one that may make anything.
 */
final class ChangedTablesTest {

  private static final Path CASES = Path.of("src/test/cases/changed-tables");
  private static final Dialect DIALECT = new Postgres();

  @TestFactory
  Stream<DynamicTest> should_give_what_the_long_way_gives_on_15() throws IOException {
    return run(15);
  }

  @TestFactory
  Stream<DynamicTest> should_give_what_the_long_way_gives_on_18() throws IOException {
    return run(18);
  }

  private static Stream<DynamicTest> run(int version) throws IOException {
    Shadow shadow = EmbeddedShadow.open(DIALECT, version, List.of());
    try (Stream<Path> cases = Files.list(CASES)) {
      return cases.sorted().toList().stream()
          .map(folder ->
              DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder, shadow)))
          .onClose(shadow::close);
    }
  }

  private static void check(Path folder, Shadow shadow) throws IOException {
    List<Script> before = scripts(folder.resolve("before.sql"));
    List<Script> after = scripts(folder.resolve("after.sql"));
    Catalog base = CatalogJson.read(CatalogJson.write(load(before, shadow)));

    @Nullable Catalog actual =
        ChangedTables.elaborate(
            DIALECT, shadow, new Known(Elaborations.known(before), base), after);

    assertThat(actual == null ? "long" : "short")
        .isEqualTo(Files.readString(folder.resolve("way.txt")).strip());
    if (actual != null) {
      Catalog expected = load(after, shadow);
      assertThat(actual).isEqualTo(expected);
      assertThat(actual.fingerprint()).isEqualTo(expected.fingerprint());
      assertThat(actual.dependencies().asMap()).isEqualTo(expected.dependencies().asMap());
      assertThat(actual.columnOrder()).isEqualTo(expected.columnOrder());
      assertThat(actual.viewTypes()).isEqualTo(expected.viewTypes());
    }
  }

  private static Catalog load(List<Script> scripts, Shadow shadow) {
    try (ShadowDatabase database = shadow.scratch()) {
      ScriptLoader.load(database.connection(), scripts);
      return DIALECT.introspect(database.connection(), shadow.scope());
    } catch (SlipwayException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  private static List<Script> scripts(Path file) throws IOException {
    List<Script> scripts = new ArrayList<>();
    for (String text : Files.readString(file).split("(?m)^-- ")) {
      if (!text.isBlank()) {
        int end = text.indexOf('\n');
        scripts.add(script(text.substring(0, end), text.substring(end)));
      }
    }
    return scripts;
  }

  private static Script script(String heading, String sql) {
    String kind = heading.substring(0, heading.indexOf(' '));
    String name = heading.substring(kind.length() + 1);
    Script written = new Script(name, DIALECT.split(sql));
    Script generated =
        Script.of(name, written.statements().stream().map(each -> each.sql()).toList());
    return switch (kind) {
      case "written" -> written;
      case "generated" -> generated;
      case "table" -> {
        List<ObjectId> tables =
            Stream.of(name.split(" with ")).map(ChangedTablesTest::table).toList();
        yield generated.of(new Script.OfTable(tables.get(0), tables.subList(1, tables.size())));
      }
      default -> throw new IllegalArgumentException(heading);
    };
  }

  private static ObjectId table(String name) {
    String[] path = name.split("\\.", 2);
    return ObjectId.of(Kind.TABLE, path[0], path[1]);
  }
}
