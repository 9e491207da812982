package dev.slipway.pull;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a new definition: all of its files, or none. */
public final class PulledFiles {

  private PulledFiles() {}

  /**
   * Refuses a folder that a definition is in already: what is there would become part of the new
   * one.
   *
   * @param folder the folder of the definition's package
   * @param shown the folder as messages show it
   */
  public static void requireNone(Path folder, String shown) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> there =
          files
              .map(file -> folder.relativize(file).toString())
              .filter(name -> name.endsWith(".java") || name.endsWith(".sql"))
              .sorted()
              .toList();
      if (!there.isEmpty()) {
        throw new SlipwayException(
            PullError.FILE_IN_THE_WAY,
            "There is a definition in "
                + shown
                + " already: "
                + there.get(0)
                + (there.size() == 1 ? "" : " and " + (there.size() - 1) + " more files")
                + ".",
            "Name another package with --package, or another folder with --into; to take over what"
                + " changed in the database, use --update.");
      }
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Writes files that are not there.
   *
   * @param into the root of the sources
   * @param files the texts by their paths below it
   */
  public static void write(Path into, Map<String, String> files) {
    List<Path> written = new ArrayList<>();
    try {
      for (var file : files.entrySet()) {
        Path path = into.resolve(file.getKey());
        Files.createDirectories(path.resolveSibling(""));
        written.add(path);
        Files.writeString(path, file.getValue());
      }
    } catch (IOException e) {
      written.forEach(PulledFiles::forget);
      throw unwritable(into, e);
    }
  }

  /**
   * Writes what becomes of a definition: all of it, or nothing.
   *
   * @param updated the texts
   */
  public static void write(Updated updated) {
    Map<Path, String> before = new LinkedHashMap<>();
    List<Path> fresh = new ArrayList<>(updated.written().keySet());
    try {
      for (Path file : updated.changed().keySet()) {
        before.put(file, Files.readString(file));
      }
      for (Path file : updated.removed()) {
        before.put(file, Files.readString(file));
      }
      for (var file : updated.written().entrySet()) {
        Files.createDirectories(file.getKey().resolveSibling(""));
        Files.writeString(file.getKey(), file.getValue());
      }
      for (var file : updated.changed().entrySet()) {
        Files.writeString(file.getKey(), file.getValue());
      }
      for (Path file : updated.removed()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      fresh.forEach(PulledFiles::forget);
      before.forEach(PulledFiles::restore);
      throw unwritable(Path.of("its files"), e);
    }
  }

  private static void restore(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException stays) {
      // The failure that is told names the folder.
    }
  }

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // The failure that is told names the folder.
    }
  }

  private static SlipwayException unwritable(Path folder, Exception e) {
    return new SlipwayException(
        PullError.PULL_UNWRITABLE,
        "The definition can't be written to " + folder + ": " + e.getMessage(),
        "Make the folder writable, then run the command again.",
        e);
  }
}
