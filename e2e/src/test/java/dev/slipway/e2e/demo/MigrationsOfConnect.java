package dev.slipway.e2e.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of a folder of migrations, without the times in their names. */
final class MigrationsOfConnect {

  private static final String TIME = "\\d{14}_";

  private MigrationsOfConnect() {}

  /** Texts by paths, both without times and without the version of the tool. */
  static Map<String, String> read(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(
            folder.relativize(file).toString().replaceAll(TIME, ""),
            Files.readString(file)
                .replaceAll(TIME, "")
                .replaceAll("\"tool\" : \"[^\"]*\"", "\"tool\" : \"…\""));
      }
    }
    return texts;
  }

  /** Replaces the folder by a copy of another. */
  static void update(Path folder, Path by) throws IOException {
    delete(folder);
    try (Stream<Path> files = Files.walk(by)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(by.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
