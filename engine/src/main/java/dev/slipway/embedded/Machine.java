package dev.slipway.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which processes can see each other: a container is a machine of its own, even where it shares a
 * folder with others, because a process id means something else in it.
 */
final class Machine {

  /** A name fit for a file, the same for all processes that see each other. */
  static final String NAME = name();

  private Machine() {}

  private static String name() {
    try {
      // The link reads "pid:[4026531836]".
      String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      return "machine-" + space.replaceAll("[^0-9]", "");
    } catch (IOException | UnsupportedOperationException e) {
      return "machine";
    }
  }
}
