package dev.slipway.cli.demo;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The folder of the example's project, as a user has it. */
final class ConnectProject {

  private static final String CLASSES = "target/classes";
  private static final String SOURCES = "src/main/java";
  private static final String RESOURCES = "src/main/resources";
  private static final String MIGRATIONS = "db/migrations";

  private static final int MOST_ATTEMPTS = 50;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Path root;
  private final Map<String, String> example = ExampleFiles.read();

  ConnectProject(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  /** Writes the files of a stage and compiles; the edits are in the order of their paths. */
  List<Edit> enter(Stage stage) {
    List<Edit> edits = new ArrayList<>();
    stage.files(example).forEach((path, text) -> edits.add(write(path, text)));
    compile();
    return edits;
  }

  /** Replaces a text that has to be in a file. */
  Edit replace(String path, String old, String replacement) {
    String text = read(path);
    if (!text.contains(old)) {
      throw new SlipwayException(
          DemoError.STEP_FAILED,
          path + " does not hold the statement that the story edits: " + old,
          "This is a fault of the demo. Report it.");
    }
    return write(path, text.replace(old, replacement));
  }

  /** The text of a file. */
  String read(String path) {
    try {
      return Files.readString(root.resolve(path));
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** The names of the migrations, in their order. */
  List<String> migrations() {
    try (Stream<Path> folders = Files.list(root.resolve(MIGRATIONS))) {
      return folders.map(folder -> String.valueOf(folder.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw failed(MIGRATIONS, e);
    }
  }

  /** The path of the statements of a migration. */
  static String up(String migration) {
    return MIGRATIONS + "/" + migration + "/up.sql";
  }

  private Edit write(String path, String text) {
    Path file = root.resolve(path);
    try {
      String before = Files.exists(file) ? Files.readString(file) : "";
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, text);
      return new Edit(path, before, text);
    } catch (IOException e) {
      throw failed(path, e);
    }
  }

  /** Where the compiled classes are. */
  Path classes() {
    return root.resolve(CLASSES);
  }

  private void compile() {
    Path classes = classes();
    Compilation.run(root.resolve(SOURCES), classes);
    Path resources = root.resolve(RESOURCES);
    try (Stream<Path> files = Files.walk(resources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = classes.resolve(resources.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.writeString(copy, Files.readString(file));
      }
    } catch (IOException e) {
      throw failed(RESOURCES, e);
    }
  }

  /**
   * Deletes the folder. A server that is going may still write into it, or take away what is just
   * being listed: then it is tried again.
   */
  void delete() {
    for (int attempt = 1; Files.exists(root); attempt++) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        requireAnother(attempt, e);
      } catch (UncheckedIOException e) {
        // What walks a folder tells so of a folder below that is gone.
        requireAnother(attempt, e);
      }
    }
  }

  private void requireAnother(int attempt, Exception e) {
    if (attempt == MOST_ATTEMPTS) {
      throw failed(root.toString(), e);
    }
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  private static SlipwayException failed(String path, Exception e) {
    return new SlipwayException(
        DemoError.FILE_FAILED,
        path + " can't be read or written: " + e,
        "Check the disk and the rights of the folder.",
        e);
  }
}
