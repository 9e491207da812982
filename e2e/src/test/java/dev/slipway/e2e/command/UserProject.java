package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.CommandLines;
import dev.slipway.cli.command.Interruption;
import dev.slipway.cli.command.Surroundings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A user's project in a folder of its own, and the commands that are run in it. */
final class UserProject {

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();

  /**
   * @param folder an empty folder
   */
  UserProject(Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  Path folder() {
    return folder;
  }

  /** Writes a file, over one that is there. */
  UserProject file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    return this;
  }

  /** A {@code slipway.yml} with a schema in SQL and a database as {@code dev}. */
  UserProject on(TestDatabase database) throws IOException {
    variable("URL", database.url());
    return file(
        "slipway.yml",
        """
        schema: sql:db/schema
        postgres: %d
        environments:
          dev: { url: "${URL}", stamp: none }
        """
            .formatted(database.version()));
  }

  /** Sets a variable of the commands that come after. */
  UserProject variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Runs a command in this process, with nobody at the terminal. */
  Ran run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            folder,
            variables,
            new BufferedReader(new StringReader("")),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            Clock.systemUTC(),
            new Interruption());
    int exit = new CommandLines(surroundings, List.of(arguments)).run().number();
    return new Ran(
        List.of(arguments),
        exit,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }

  /** Starts a command as a process of its own, as the launcher does. */
  StartedCommand start(String... arguments) throws IOException {
    return StartedCommand.start(folder, variables, List.of(arguments));
  }

  /** The same where no file can grow beyond a number of bytes, as on a disk that is full. */
  StartedCommand startWithFilesOf(long bytes, String... arguments) throws IOException {
    return StartedCommand.start(
        folder, variables, List.of("prlimit", "--fsize=" + bytes), List.of(arguments));
  }

  /** The names of the migrations, in their order. */
  List<String> migrations() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("db/migrations"))) {
      return folders.map(each -> Objects.toString(each.getFileName())).sorted().toList();
    }
  }

  /** Writes the next migration as {@code generate} does. */
  String generate(String name) {
    Ran generated = run("generate", "--name", name, "--output", "json").ends(0);
    assertThat(generated.json().get("status").asString()).isEqualTo("written");
    return generated.json().get("migration").asString();
  }
}
