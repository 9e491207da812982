package dev.slipway.e2e.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.Plan;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a definition declares to have had another name is renamed, and nothing else is done.
 *
 * <p>A case is a folder with the sources of a definition {@code before} and {@code after}; {@code
 * plan.txt} is the SQL between them, which {@code -Dgolden.update=true} writes.
 */
class DefinitionRenamesTest {

  private static final Path CASES =
      Path.of(System.getProperty("slipway.project.root"), "e2e/src/test/cases/definition-renames");

  @TempDir Path folder;

  static List<String> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_rename(String name) throws IOException {
    Path given = CASES.resolve(name);
    var postgres = new Postgres();
    try (var shadow = EmbeddedShadow.open(postgres, 17, List.of())) {
      var reader =
          new SourceReader(postgres, shadow, folder, List.of(), (database, migrations) -> {});
      Desired before = reader.read(new Source.JavaClasses(compiled(given.resolve("before"))));
      Desired after = reader.read(new Source.JavaClasses(compiled(given.resolve("after"))));
      var planner = new SchemaPlanner(postgres, shadow);
      Plan plan = planner.plan(before.catalog(), after);

      assertThat(planner.prove(plan, before.catalog(), after.catalog())).isEqualTo(after.catalog());
      Path golden = given.resolve("plan.txt");
      String sql =
          plan.steps().stream()
              .map(step -> step.statement().sql().strip() + ";\n")
              .collect(Collectors.joining());
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(golden, sql);
      }
      assertThat(sql).isEqualTo(Files.readString(golden));
    }
  }

  private Path compiled(Path sources) throws IOException {
    Path classes = folder.resolve(String.valueOf(sources.getFileName()));
    try (Stream<Path> files = Files.list(sources)) {
      CompiledSources.compile(files.sorted().toList(), List.of(), classes);
    }
    return classes;
  }
}
