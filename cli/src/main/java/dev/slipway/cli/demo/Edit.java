package dev.slipway.cli.demo;

/**
 * A change of a file.
 *
 * @param path the file's path in the project
 * @param before its text before; empty when it is new
 * @param after its text after
 */
record Edit(String path, String before, String after) {

  boolean isNew() {
    return before.isEmpty();
  }

  /** The file as it is shown: a source without the folders that all sources are in. */
  String shownPath() {
    return path.startsWith("src/") ? path.substring(path.lastIndexOf('/') + 1) : path;
  }
}
