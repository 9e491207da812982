package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each wrong configuration is told: a case is a folder with a {@code slipway.yml}, perhaps
 * {@code .env} files, and {@code expected.txt}. Environment {@code staging} is in use.
 */
final class ConfigurationProblemsTest {

  private static final Path CASES =
      Path.of(System.getProperty("slipway.project.root"), "engine/src/test/cases/config");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_report_everything_that_is_wrong(Path folder) throws IOException {
    String told = told(folder);

    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, told);
    }
    assertThat(told).isEqualTo(Files.readString(expected)).doesNotContain("hunter2");
  }

  private static String told(Path folder) {
    try {
      Configuration.load(
          folder.resolve("slipway.yml"), "slipway.yml", Map.of("SET", "yes"), List.of("staging"));
      return "nothing\n";
    } catch (ConfigurationException e) {
      return e.code().slug()
          + "\n"
          + e.problems().stream()
              .map(problem -> problem.code().slug() + " " + problem + "\n")
              .collect(Collectors.joining());
    }
  }
}
