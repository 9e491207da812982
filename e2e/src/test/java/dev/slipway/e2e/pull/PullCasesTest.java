package dev.slipway.e2e.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.pull.Pulling;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code pull} writes. A case is a folder with a {@code source.sql}; every file that is
 * written stands in {@code expected.txt}. {@code -Dgolden.update=true} writes that, {@code
 * -Dcases=NAME} runs one.
 */
final class PullCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("slipway.project.root"), "e2e/src/test/cases/pull");

  @TempDir Path folder;

  static List<String> cases() throws IOException {
    String chosen = System.getProperty("cases", "*");
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> chosen.equals("*") || chosen.equals(name))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_write_the_definition(String name) throws IOException {
    Path source = CASES.resolve(name).resolve("source.sql");
    Path sources = folder.toRealPath().resolve("java");

    try (Workspace workspace = Workspace.open(Configuration.standard(folder), Clock.systemUTC())) {
      workspace.pull("sql:" + source, sources, "app", Pulling.Check.RECORDS);
      assertThat(workspace.diff("sql:" + source, "java:" + sources).plan().up()).isEmpty();
    }

    String written = everything(sources);
    Path golden = CASES.resolve(name).resolve("expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, written);
    }
    assertThat(written).isEqualTo(Files.readString(golden));
  }

  private static String everything(Path sources) throws IOException {
    var text = new StringBuilder();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append("=== ").append(sources.relativize(file)).append('\n');
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }
}
