package dev.slipway.e2e.pull;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code pull --update} makes of sources. A case is a folder: a database is made of the
 * definition {@code before}, with the SQL in {@code beside} if there is some, {@code change.sql} is
 * run in it, and every file of the definition stands in {@code expected.txt} afterwards, behind
 * what was told. {@code -Dgolden.update=true} writes that, {@code -Dcases=NAME} runs one.
 */
final class UpdateCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("slipway.project.root"), "e2e/src/test/cases/update");

  private static EmbeddedPostgres server;

  @TempDir Path temporary;

  @BeforeAll
  static void start_server() throws SQLException {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(17));
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create role reader");
    }
  }

  @AfterAll
  static void stop_server() {
    server.close();
  }

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
  void should_change_only_what_is_concerned(String name) throws IOException, SQLException {
    Path project = temporary.toRealPath();
    Path sources = project.resolve("db/app");
    copy(CASES.resolve(name).resolve("before"), sources);
    Path beside = CASES.resolve(name).resolve("beside");
    boolean isAlone = !Files.exists(beside);
    if (!isAlone) {
      copy(beside, project.resolve("db/beside"));
    }
    server.createDatabase(name);
    Files.writeString(
        project.resolve("slipway.yml"),
        """
        schema: %s
        environments:
          dev: { url: "${URL}", stamp: none }
        """
            .formatted(isAlone ? "java:db/app" : "[java:db/app, sql:db/beside]"));
    var configuration =
        Configuration.load(
            project.resolve("slipway.yml"),
            "slipway.yml",
            Map.of("URL", server.jdbcUrlWithPassword(name)),
            List.of("dev"));

    var told = new StringBuilder();
    try (Workspace workspace = Workspace.open(configuration, Clock.systemUTC());
        Connection connection = server.connect(name);
        Statement statement = connection.createStatement()) {
      for (String sql : workspace.export(null).up()) {
        statement.execute(sql);
      }
      statement.execute(Files.readString(CASES.resolve(name).resolve("change.sql")));
      try {
        workspace.pullUpdate("dev");
        if (isAlone) {
          assertThat(workspace.diff("dev", "java:" + sources).plan().up()).isEmpty();
        }
        assertThat(workspace.pullUpdate("dev").isEmpty()).isTrue();
      } catch (SlipwayException refused) {
        told.append(refused.what()).append('\n').append(refused.next()).append("\n\n");
        assertThat(everything(sources))
            .isEqualTo(everything(CASES.resolve(name).resolve("before")));
      }
    }

    told.append(everything(sources));
    Path golden = CASES.resolve(name).resolve("expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, told);
    }
    assertThat(told.toString()).isEqualTo(Files.readString(golden));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.resolveSibling(""));
        Files.copy(file, target);
      }
    }
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
