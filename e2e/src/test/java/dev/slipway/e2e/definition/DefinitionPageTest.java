package dev.slipway.e2e.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Table;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every example of the page about the definition compiles, becomes a catalog, and from that SQL
 * that creates what is equal to it, and takes it back.
 */
class DefinitionPageTest {

  private static final Path PROJECT = Path.of(System.getProperty("slipway.project.root"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_create_what_the_page_shows(int version) throws IOException {
    DefinitionPage page = DefinitionPage.read(PROJECT.resolve("docs/definition.md"), version);
    Path classes = folder.resolve("classes");
    CompiledSources.compile(page.sources(), folder.resolve("page"), classes);
    for (var script : page.scripts().entrySet()) {
      Files.writeString(classes.resolve("page").resolve(script.getKey()), script.getValue());
    }
    var postgres = new Postgres();
    Path standIn = PROJECT.resolve("e2e/src/test/resources/definition/vector.sql");

    try (var shadow =
        EmbeddedShadow.open(
            postgres,
            version,
            SourceReader.scripts(postgres, standIn, PROJECT),
            Scope.all().allowing(Names.of(List.of("base type public.vector"))))) {
      var reader =
          new SourceReader(postgres, shadow, folder, List.of(), (database, migrations) -> {});
      Desired desired = reader.read(new Source.JavaClasses(classes));
      Catalog defined = desired.catalog();
      var planner = new SchemaPlanner(postgres, shadow);
      Plan plan = planner.create(defined);

      assertThat(planner.prove(plan, Catalog.empty(defined.engine()), defined)).isEqualTo(defined);
      assertThat(planner.plan(defined, desired).isEmpty()).isTrue();
      assertThat(defined.all(Table.class)).hasSizeGreaterThan(35);
      assertThat(defined.all(Comment.class)).hasSizeGreaterThan(15);
      assertThat(page.scripts()).hasSizeGreaterThan(12);
      assertGolden(version, plan);
    }
  }

  /** What the catalog holds of the definition is read in the SQL that creates it anew. */
  private static void assertGolden(int version, Plan plan) throws IOException {
    Path golden = PROJECT.resolve("e2e/src/test/cases/definition-page/created-" + version + ".sql");
    String created =
        plan.steps().stream()
            .map(step -> step.statement().sql().strip() + ";\n")
            .collect(Collectors.joining());
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, created);
    }
    assertThat(created).isEqualTo(Files.readString(golden));
  }
}
