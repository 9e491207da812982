package dev.slipway.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The example product in a folder of its own, at one of the stages that it went through.
 *
 * <p>The sources are those of {@code examples/connect}; the build puts them beside this class.
 */
final class DemoProject {

  private static final String TABLES = "src/main/java/dev/slipway/examples/connect/";
  private static final String SQL = "src/main/resources/dev/slipway/examples/connect/";
  private static final List<String> TRIGGERS =
      List.of(
          "assign_message_seq.sql", "mark_messages_as_delivered.sql", "mark_messages_as_read.sql");

  private final Path folder;
  private final Path origin;

  private DemoProject(Path folder, Path origin) {
    this.folder = folder;
    this.origin = origin;
  }

  /**
   * Lays out the project as it was before the change.
   *
   * @param folder an empty folder
   */
  static DemoProject create(Path folder) throws IOException {
    Path origin = folder.resolve(".origin");
    unpack(origin);
    var project = new DemoProject(folder, origin);
    for (String part : List.of("slipway.yml", "db/platform.sql")) {
      project.copy(part, part);
    }
    for (Path file : list(origin.resolve(TABLES))) {
      project.copy(TABLES + file.getFileName(), TABLES + file.getFileName());
    }
    project.copy(SQL + "is_chat_participant.sql", SQL + "is_chat_participant.sql");
    project.copy("src/stages/before/ChatMessages.java", TABLES + "ChatMessages.java");
    project.copy("FirstDay.java", "src/main/java/demo/FirstDay.java");
    return project;
  }

  Path folder() {
    return folder;
  }

  /** Messages get numbers, an identity given by the client, and a status. */
  void numberMessages() throws IOException {
    copy("src/stages/numbered/ChatMessages.java", TABLES + "ChatMessages.java");
    copy("Conversation.java", "src/main/java/demo/Conversation.java");
  }

  /** Functions and triggers number messages and mark them as delivered and read. */
  void addTriggers() throws IOException {
    for (String file : TRIGGERS) {
      copy(SQL + file, SQL + file);
    }
  }

  /** Messages are published to clients. */
  void publishMessages() throws IOException {
    copy(TABLES + "ChatMessages.java", TABLES + "ChatMessages.java");
  }

  /** Someone declares e-mail addresses to be unique. */
  void makeEmailsUnique() throws IOException {
    copy("src/stages/accident/Users.java", TABLES + "Users.java");
  }

  /**
   * The lines of a file from the first that has a text to the first after it that has another.
   *
   * @param file relative to the folder
   */
  List<String> excerpt(Path file, String from, String to) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    int first = indexOf(lines, from, 0);
    return lines.subList(first, indexOf(lines, to, first) + 1);
  }

  /** A table's class, relative to the folder. */
  static Path table(String name) {
    return Path.of(TABLES + name + ".java");
  }

  /** The managed SQL that was added, by its names. */
  static List<String> triggers() {
    return TRIGGERS;
  }

  /** Replaces a text of a file, which has to be there. */
  void edit(Path file, String before, String after) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(before)) {
      throw new IllegalStateException(file + " has no: " + before);
    }
    Files.writeString(file, text.replace(before, after));
  }

  private static int indexOf(List<String> lines, String part, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).contains(part)) {
        return i;
      }
    }
    throw new IllegalStateException("there is no line with: " + part);
  }

  private void copy(String from, String to) throws IOException {
    Path target = folder.resolve(to);
    Files.createDirectories(target.resolveSibling(""));
    Files.copy(origin.resolve(from), target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void unpack(Path target) throws IOException {
    URL marker = Objects.requireNonNull(DemoProject.class.getResource("FirstDay.java"));
    try {
      URI uri = marker.toURI();
      if (!uri.getScheme().equals("jar")) {
        copyTree(Path.of(uri).resolveSibling(""), target);
        return;
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        copyTree(jar.provider().getPath(uri).resolveSibling(""), target);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a resource has no address: " + marker, e);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> {
            try {
              Path target = to.resolve(from.relativize(file).toString());
              Files.createDirectories(target.resolveSibling(""));
              Files.copy(file, target);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
