package dev.slipway.e2e.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Elaborations;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short way to the catalog of a definition in Java, from its tables that changed, gives what
 * the long way gives. What the benchmarks time is this.
 */
class ChangedDefinitionTest {

  private static final int TABLES = 40;

  @TempDir Path folder;

  @Test
  void should_give_what_the_long_way_gives() {
    Path before = classes("before", false);
    Path after = classes("after", true);
    var kept = Elaborations.in(folder.resolve("cache"), List.of("any"));
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), 17, List.of())) {
      read(before, shadow, kept);
      Catalog amended = read(after, shadow, kept);
      Catalog whole = read(after, shadow, Elaborations.none());
      Catalog back = read(before, shadow, Elaborations.none());

      assertThat(amended).isEqualTo(whole).isNotEqualTo(back);
      assertThat(amended.fingerprint()).isEqualTo(whole.fingerprint());
      assertThat(amended.dependencies().asMap()).isEqualTo(whole.dependencies().asMap());
      assertThat(amended.columnOrder()).isEqualTo(whole.columnOrder());
    }
  }

  private Path classes(String name, boolean isChanged) {
    Path classes = folder.resolve(name);
    new SyntheticDefinition(TABLES, isChanged)
        .writeJava(folder.resolve(name + "-sources"), classes);
    return classes;
  }

  private Catalog read(Path classes, Shadow shadow, Elaborations elaborations) {
    var reader =
        new SourceReader(
            new Postgres(), shadow, folder, List.of(), (database, path) -> {}, elaborations);
    Catalog catalog = reader.read(new Source.JavaClasses(classes)).catalog();
    elaborations.await();
    return catalog;
  }
}
