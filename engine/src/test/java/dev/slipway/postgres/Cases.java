package dev.slipway.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Case folders: each is run on every server version. */
final class Cases {

  private static final List<Integer> VERSIONS = List.of(15, 17, 18);

  private Cases() {}

  /**
   * Each folder with each version; a name that ends with {@code -since-N} leaves older ones out.
   */
  static Stream<Arguments> of(String group) throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/test/cases", group))) {
      return folders.sorted().toList().stream()
          .flatMap(folder ->
              VERSIONS.stream()
                  .filter(version -> version >= since(folder))
                  .map(version -> Arguments.of(folder, version)));
    }
  }

  private static int since(Path folder) {
    String name = folder.getFileName().toString();
    int at = name.lastIndexOf("-since-");
    return at < 0 ? 0 : Integer.parseInt(name.substring(at + "-since-".length()));
  }
}
