package dev.slipway.e2e.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is told of a definition that compiles and is wrong.
 *
 * <p>A case is a folder: its sources are compiled, its {@code .sql} files put beside them, and the
 * whole is read as {@code java:} source. Classes of {@code elsewhere} are on the class path of the
 * definition, classes of {@code missing} are gone after the compilation. {@code
 * -Dgolden.update=true} writes {@code expected.txt}.
 */
class WrongSourceTest {

  private static final Path CASES =
      Path.of(System.getProperty("slipway.project.root"), "e2e/src/test/cases/definition");

  @TempDir Path folder;

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_say_what_is_wrong_and_what_to_do(String name) throws IOException {
    Path given = CASES.resolve(name);
    Path elsewhere = compiled(given.resolve("elsewhere"), "elsewhere", List.of());
    Path missing = compiled(given.resolve("missing"), "missing", List.of());
    Path classes = compiled(given, "classes", List.of(elsewhere, missing));
    for (Path file : filesOf(given, ".sql")) {
      Files.copy(file, classes.resolve("app").resolve(file.getFileName()));
    }

    SlipwayException failure =
        catchThrowableOfType(
            SlipwayException.class,
            () -> {
              try (var shadow = EmbeddedShadow.open(new Postgres(), 17, List.of())) {
                new SourceReader(
                        new Postgres(), shadow, folder, List.of(elsewhere), (database, path) -> {})
                    .read(new Source.JavaClasses(classes));
              }
            });

    assertThat(failure).as("failure").isNotNull();
    Path golden = given.resolve("expected.txt");
    String told =
        "%s: %s\n%s\n"
            .formatted(failure.code().slug(), failure.what(), failure.next())
            .replace(folder.toString(), "@FOLDER@");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, told);
    }
    assertThat(told).isEqualTo(Files.readString(golden));
  }

  private Path compiled(Path sources, String name, List<Path> classPath) throws IOException {
    Path classes = folder.resolve(name);
    CompiledSources.compile(filesOf(sources, ".java"), classPath, classes);
    return classes;
  }

  private static List<Path> filesOf(Path folder, String suffix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }
}
