package dev.slipway.pull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What could not be placed in a definition's sources, with what a person writes. */
final class Unplaced {

  private final Path directory;
  private final List<String> all = new ArrayList<>();

  /**
   * @param directory the folder that paths are shown relative to
   */
  Unplaced(Path directory) {
    this.directory = directory;
  }

  /** Something to be written. */
  void write(Path file, String what, String lines) {
    all.add(shown(file) + ": " + what + " " + lines.strip());
  }

  /** Something that only a person can do. */
  void tell(String sentence) {
    all.add(sentence);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<String> all() {
    return List.copyOf(all);
  }

  private String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = directory.toAbsolutePath().normalize();
    return (absolute.startsWith(base) ? base.relativize(absolute) : file).toString();
  }
}
