package dev.slipway.pull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Gathers what becomes of a definition's files, and writes none. */
final class FileChanges {

  private static final String PREAMBLE = "set check_function_bodies = off;";

  private final Path root;
  private final Map<Path, String> written = new TreeMap<>();
  private final Map<Path, String> changed = new TreeMap<>();
  private final Set<Path> removed = new TreeSet<>();

  /**
   * @param root the folder that the packages' folders are in
   */
  FileChanges(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  void write(String file, String text) {
    written.put(root.resolve(file), text);
  }

  void change(Path file, String before, String after) {
    if (!before.equals(after)) {
      changed.put(file.toAbsolutePath().normalize(), after);
    }
  }

  void remove(Path file) {
    removed.add(file.toAbsolutePath().normalize());
  }

  /**
   * A file of SQL, which is replaced or removed only where it is as it was pulled; to one that is
   * not there yet, or that says something else already, something new is added.
   */
  void script(String file, String before, String after, Unplaced unplaced) throws IOException {
    if (before.equals(after)) {
      return;
    }
    Path path = root.resolve(file);
    String there = Files.exists(path) ? Files.readString(path) : "";
    boolean isAsPulled = plain(there).equals(plain(before));
    if (there.isEmpty() && before.isEmpty()) {
      written.put(path, after);
    } else if (isAsPulled && after.isEmpty()) {
      remove(path);
    } else if (isAsPulled) {
      change(path, there, after);
    } else if (before.isEmpty()) {
      change(path, there, there.stripTrailing() + "\n\n" + after);
    } else {
      unplaced.write(
          path, after.isEmpty() ? "take out" : "it says now", after.isEmpty() ? before : after);
    }
  }

  private static String plain(String text) {
    return text.replaceFirst("^\\s*" + java.util.regex.Pattern.quote(PREAMBLE), "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  Updated updated() {
    return new Updated(written, changed, removed);
  }
}
