package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.compiler.CompiledClasses;
import dev.slipway.compiler.SourceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which definitions say the same each time, and which have to be loaded each time. */
final class RepeatableClassesTest {

  private static final Path CASES = Path.of("src/test/cases/repeatable");

  @TempDir Path directory;

  private DefinitionClasses classes(Path sources) {
    return DefinitionClasses.find(
        new CompiledClasses(directory).of(SourceFolder.at(sources), List.of()));
  }

  @Test
  void should_know_what_has_to_be_loaded_each_time() throws IOException {
    Map<String, Boolean> repeatable = new TreeMap<>();
    try (Stream<Path> cases = Files.list(CASES)) {
      for (Path each : cases.toList()) {
        repeatable.put(
            each.getFileName().toString(), RepeatableClasses.hash(classes(each)) != null);
      }
    }
    assertThat(repeatable)
        .isEqualTo(
            Map.ofEntries(
                Map.entry("by-name", false),
                Map.entry("chance", false),
                Map.entry("clock", false),
                Map.entry("far-away", false),
                Map.entry("file", false),
                Map.entry("not-listed", false),
                Map.entry("property", false),
                Map.entry("unordered", false),
                Map.entry("unrelated", true),
                Map.entry("variable", false),
                Map.entry("words", true)));
  }

  @Test
  void should_tell_apart_what_differs_in_any_class_that_is_needed() throws IOException {
    Path copy = Files.createDirectories(directory.resolve("copy"));
    for (String name : List.of("Shop.java", "Base.java")) {
      Files.copy(CASES.resolve("words").resolve(name), copy.resolve(name));
    }
    String before = RepeatableClasses.hash(classes(copy));
    assertThat(before).isEqualTo(RepeatableClasses.hash(classes(CASES.resolve("words"))));

    Path base = copy.resolve("Base.java");
    Files.writeString(base, Files.readString(base).replace("created_at", "made_at"));
    assertThat(RepeatableClasses.hash(classes(copy))).isNotNull().isNotEqualTo(before);
  }
}
