package dev.slipway.compiler;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of Java sources with the {@code .sql} files among them.
 *
 * @param folder the folder
 * @param java the {@code .java} files below it in the order of their paths
 * @param sql the {@code .sql} files below it in the order of their paths
 */
public record SourceFolder(Path folder, List<Path> java, List<Path> sql) {

  /** Copies the lists. */
  public SourceFolder {
    java = List.copyOf(java);
    sql = List.copyOf(sql);
  }

  /**
   * Whether a folder holds sources and not what was compiled from them: there is a {@code .java}
   * file in it, and no class file.
   */
  public static boolean is(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    List<Path> files = below(folder);
    return files.stream().anyMatch(file -> file.toString().endsWith(".java"))
        && files.stream().noneMatch(file -> file.toString().endsWith(".class"));
  }

  /**
   * The sources below a folder.
   *
   * @throws SlipwayException when it can't be read
   */
  public static SourceFolder at(Path folder) {
    List<Path> files = below(folder);
    return new SourceFolder(folder, ending(files, ".java"), ending(files, ".sql"));
  }

  private static List<Path> ending(List<Path> files, String suffix) {
    return files.stream().filter(file -> file.toString().endsWith(suffix)).toList();
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  static SlipwayException unreadable(Path path, Exception e) {
    return new SlipwayException(
        CompilerError.SOURCES_UNREADABLE,
        "The sources in " + path + " can't be read: " + e.getMessage(),
        "Make them readable for the user that runs Slipway.",
        e);
  }
}
