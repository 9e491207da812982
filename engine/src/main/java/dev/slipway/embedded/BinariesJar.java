package dev.slipway.embedded;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A jar that holds the binaries of one release for one platform.
 *
 * @param version the artifact's version, such as {@code 17.11.0}
 * @param location where the archive inside the jar is
 */
record BinariesJar(String version, Location location) {

  /** Newer releases last. */
  static final Comparator<BinariesJar> BY_VERSION =
      Comparator.comparing(jar -> numbers(jar.version), Arrays::compare);

  /** Opens the archive inside the jar. */
  @FunctionalInterface
  interface Location {
    java.io.InputStream open() throws java.io.IOException;
  }

  private static int[] numbers(String version) {
    return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
