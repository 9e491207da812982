package dev.slipway.source;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Script;
import dev.slipway.dialect.ScriptException;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of SQL as scripts. */
final class SqlFile {

  private SqlFile() {}

  /** The script of a file, cut into statements. */
  static Script read(Dialect dialect, Path file, Path directory) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      ScriptParts parts = dialect.parts(dialect.dump(text).text()).withoutRows("a definition");
      return new Script(shown(file, directory), parts.statements(), parts.directives());
    } catch (ScriptException e) {
      throw e.in(shown(file, directory));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The scripts of a file, or of all {@code .sql} files below a folder in the order of their paths.
   */
  static List<Script> readAll(Dialect dialect, Path path, Path directory) {
    if (!Files.exists(path)) {
      throw new SlipwayException(
          SourceError.SOURCE_MISSING,
          "There is no file or folder " + shown(path, directory) + ".",
          "Correct the path after sql:.");
    }
    if (Files.isRegularFile(path)) {
      return List.of(read(dialect, path, directory));
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
      if (found.isEmpty()) {
        throw new SlipwayException(
            SourceError.SOURCE_EMPTY,
            "The folder " + shown(path, directory) + " holds no .sql file.",
            "Correct the path after sql:.");
      }
      return found.stream().map(file -> read(dialect, file, directory)).toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** What of a dump is left out, with its file and line; nothing of any other file. */
  static List<String> leftOut(Dialect dialect, Path path, Path directory) {
    if (!Files.isRegularFile(path)) {
      return List.of();
    }
    try {
      return dialect.dump(Files.readString(path, StandardCharsets.UTF_8)).leftOut().stream()
          .map(left -> shown(path, directory) + ", line " + left.line() + ": " + left.what())
          .toList();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  static SlipwayException unreadable(Path path, IOException e) {
    return new SlipwayException(
        SourceError.UNREADABLE_FILE,
        path + " can't be read as UTF-8 text: " + e.getMessage(),
        "Make it readable, and save it as UTF-8.",
        e);
  }

  private static String shown(Path file, Path directory) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    return absolute.startsWith(base) ? base.relativize(absolute).toString() : file.toString();
  }
}
