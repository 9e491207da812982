package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocTest {

  @Test
  void should_describe_every_public_type() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Project.root())) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> Project.root().relativize(file).toString().contains("src/main/java"))
              .toList();
    }
    assertThat(sources).hasSizeGreaterThan(150);
    assertThat(Undocumented.types(sources)).isEmpty();
  }

  @Test
  void should_find_a_public_type_without_javadoc(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("Planted.java");
    Files.writeString(
        file,
        """
        /** Described. */
        public interface Planted {
          record Bare(int x) {}
          /** Described. */
          enum Fine { ONE }
        }
        """);
    assertThat(Undocumented.types(List.of(file))).singleElement().asString().startsWith("Bare in ");
  }
}
