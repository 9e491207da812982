package dev.slipway.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.CommandLines;
import dev.slipway.cli.command.Interruption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.output.ExitCode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The story as a whole; {@code -Dgolden.update=true} writes what is expected of it, and the
 * migrations of the example, which are those that the story makes.
 */
class DemoTest {

  private static final Path ROOT = Path.of(System.getProperty("slipway.project.root"));
  private static final Path GOLDEN = ROOT.resolve("e2e/src/test/cases/demo/expected.txt");
  private static final Path EXAMPLE = ROOT.resolve("examples/connect");
  private static final String SOURCES = "src/main/java/dev/slipway/examples/connect";
  private static final String SQL = "src/main/resources/dev/slipway/examples/connect";
  private static final String MIGRATIONS = "db/migrations";

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private ExitCode slipway(Path working, String... arguments) {
    return new CommandLines(
            new Surroundings(
                working,
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                Clock.systemUTC(),
                new Interruption()),
            List.of(arguments))
        .run();
  }

  @Test
  void should_tell_the_story_and_leave_the_example() throws IOException {
    Path working = folder.toRealPath();
    Path project = working.resolve("kept");

    ExitCode exit = slipway(working, "demo", "--keep", "kept");

    String told = out.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(told + err).isEqualTo(ExitCode.DONE);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertGolden(stable(told, project));
    assertMigrations(project.resolve(MIGRATIONS), EXAMPLE.resolve(MIGRATIONS));
    assertSame(project, EXAMPLE, SQL);
    Files.copy(
        EXAMPLE.resolve(SOURCES + "/Users.java"),
        project.resolve(SOURCES + "/Users.java"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.delete(project.resolve(SOURCES + "/Conversation.java"));
    assertSame(project, EXAMPLE, SOURCES);
  }

  @Test
  void should_refuse_to_work_in_a_folder_that_holds_something() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.txt"), "mine");

    ExitCode exit = slipway(folder, "demo", "--keep", ".");

    assertThat(exit).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("error[folder-not-empty]");
    assertThat(folder).isDirectoryContaining(file::equals);
  }

  private static void assertGolden(String told) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(GOLDEN, told);
    }
    assertThat(told).isEqualTo(Files.readString(GOLDEN));
  }

  private static void assertMigrations(Path made, Path committed) throws IOException {
    if (Boolean.getBoolean("golden.update")
        && !(Files.exists(committed)
            && MigrationsOfConnect.read(made).equals(MigrationsOfConnect.read(committed)))) {
      MigrationsOfConnect.update(committed, made);
    }
    assertThat(MigrationsOfConnect.read(made)).isEqualTo(MigrationsOfConnect.read(committed));
  }

  private static void assertSame(Path project, Path example, String below) throws IOException {
    assertThat(MigrationsOfConnect.read(project.resolve(below)))
        .isEqualTo(MigrationsOfConnect.read(example.resolve(below)));
  }

  /** What differs from run to run has a name in the golden file. */
  private static String stable(String told, Path project) {
    return told.replace(project.toString(), "@PROJECT@")
        .replaceAll("\\d{14}_", "@TIME@_")
        .replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:@PORT@")
        .replaceAll("PostgreSQL 17\\.\\d+", "PostgreSQL 17")
        .replaceAll("\\d+ ms\\b", "@MS@ ms")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "@TIME@")
        .replaceAll("\\bplan (?!for)[0-9a-f]{12}\\b", "plan @PLAN@")
        .replaceAll("--plan [0-9a-f]{12}\\b", "--plan @PLAN@")
        .replaceAll("\\d{8}T\\d{6}Z", "@TIME@")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "@TIME@")
        .replaceAll("by +took", "by   took")
        .replaceAll("from \\S+@\\S+ +", "from @WHO@   ");
  }
}
