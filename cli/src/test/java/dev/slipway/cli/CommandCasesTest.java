package dev.slipway.cli;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the commands print and end with. A case is a folder {@code AREA/CASE}; {@link CaseScript}
 * says what is in it. {@code -Dgolden.update=true} writes what is expected, {@code -Dcases=init/*}
 * runs some.
 */
final class CommandCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("slipway.project.root"), "cli/src/test/cases");

  private static EmbeddedPostgres server;

  @TempDir Path temporary;

  @BeforeAll
  static void start_server() {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
  }

  @AfterAll
  static void stop_server() {
    server.close();
  }

  static Stream<Path> cases() throws IOException {
    String chosen = System.getProperty("cases", "*");
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + (chosen.equals("*") ? "**" : chosen));
    try (Stream<Path> files = Files.walk(CASES, 3)) {
      List<Path> cases =
          files
              .filter(file -> file.endsWith("script"))
              .map(file -> CASES.relativize(file.resolveSibling("")).normalize())
              .filter(matcher::matches)
              .sorted()
              .toList();
      return cases.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_print_what_is_expected(Path name) throws Exception {
    Path folder = CASES.resolve(name);
    Path project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    String database = name.toString().replaceAll("[^a-z0-9]", "_");
    server.createDatabase(database);
    try {
      new CaseScript(folder, project, server, database).run();
    } finally {
      server.dropDatabase(database);
    }

    for (Path golden : CaseScript.filesOf(folder.resolve("after"))) {
      Path written = project.resolve(folder.resolve("after").relativize(golden).toString());
      CaseScript.check(golden, Files.readString(written));
    }
  }
}
