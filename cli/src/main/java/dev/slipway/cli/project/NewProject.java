package dev.slipway.cli.project;

import dev.slipway.cli.output.CliError;
import dev.slipway.config.Configuration;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A project that was just begun.
 *
 * @param schema the source of its schema definition
 * @param files what was written, relative to its folder, in order
 * @param next what to do now, as text of several lines
 */
public record NewProject(String schema, List<Path> files, String next) {

  private static final String JAVA = "java:target/classes";
  private static final String SQL = "sql:db/schema";
  private static final String MIGRATIONS = "db/migrations";
  private static final List<String> IGNORED = List.of(".slipway/", ".env", ".env.*");

  /** Copies the list. */
  public NewProject {
    files = List.copyOf(files);
  }

  /**
   * Writes a project.
   *
   * @param folder an existing folder
   * @param schema the source of the schema definition; null to take what fits the folder
   * @throws SlipwayException when there is a configuration already, or a file cannot be written
   */
  public static NewProject write(Path folder, @Nullable String schema) {
    String source = schema != null ? schema : Files.exists(folder.resolve("pom.xml")) ? JAVA : SQL;
    if (Stream.of("java:", "jpa:", "sql:").noneMatch(source::startsWith)) {
      throw new SlipwayException(
          CliError.BAD_ARGUMENT,
          "--schema takes java:FOLDER, jpa:FOLDER or sql:FOLDER",
          "Leave it out to take what fits this folder.");
    }
    if (Files.exists(folder.resolve(Configuration.FILE))) {
      throw new SlipwayException(
          CliError.FILE_EXISTS,
          "there is a " + Configuration.FILE + " in " + folder,
          "Edit it, or remove it to begin anew.");
    }
    try {
      return new Writer(folder).write(source);
    } catch (IOException e) {
      throw new SlipwayException(
          CliError.CANNOT_WRITE,
          "the project cannot be written to " + folder + ": " + e.getMessage(),
          "Make the folder writable, then run the command again.",
          e);
    }
  }

  private static final class Writer {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    Writer(Path folder) {
      this.folder = folder;
    }

    NewProject write(String source) throws IOException {
      write(Configuration.FILE, template(Configuration.FILE).replace("@SCHEMA@", source));
      Files.createDirectories(folder.resolve(MIGRATIONS));
      write(MIGRATIONS + "/.gitkeep", "");
      ignore();
      String next = "next-java.txt";
      if (source.startsWith("sql:")) {
        next = "next-sql.txt";
        Path definitions = folder.resolve(source.substring("sql:".length())).normalize();
        if (!Files.exists(definitions) && !definitions.toString().endsWith(".sql")) {
          write(folder.relativize(definitions) + "/todo.sql", template("todo.sql"));
        }
      }
      return new NewProject(source, files, template(next).stripTrailing());
    }

    private void ignore() throws IOException {
      Path file = folder.resolve(".gitignore");
      String before = Files.exists(file) ? Files.readString(file) : "";
      List<String> known = before.lines().map(String::strip).toList();
      List<String> missing = IGNORED.stream().filter(line -> !known.contains(line)).toList();
      if (missing.isEmpty()) {
        return;
      }
      String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
      write(".gitignore", before + gap + String.join("\n", missing) + "\n");
    }

    private void write(String name, String text) throws IOException {
      Path file = folder.resolve(name);
      Files.createDirectories(Stream.ofNullable(file.getParent()).findFirst().orElse(folder));
      Files.writeString(file, text);
      files.add(Path.of(name));
    }

    private static String template(String name) throws IOException {
      try (InputStream file = NewProject.class.getResourceAsStream(name)) {
        if (file == null) {
          throw new IllegalStateException("the template " + name + " is not part of the build");
        }
        return new String(file.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
