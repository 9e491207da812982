package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A major version that can be embedded, and the release that was tested. */
enum PostgresRelease {
  V14(14, "14.22.0"),
  V15(15, "15.19.0"),
  V16(16, "16.15.0"),
  V17(17, "17.11.0"),
  V18(18, "18.6.0");

  private final int major;
  private final String tested;

  PostgresRelease(int major, String tested) {
    this.major = major;
    this.tested = tested;
  }

  int major() {
    return major;
  }

  /** The version of the binaries' artifact that the tests run with. */
  String tested() {
    return tested;
  }

  static PostgresRelease ofMajor(int major) {
    return Arrays.stream(values())
        .filter(release -> release.major == major)
        .findFirst()
        .orElseThrow(() ->
            new SlipwayException(
                EmbeddedError.POSTGRES_VERSION_UNSUPPORTED,
                "There is no embedded PostgreSQL " + major + ".",
                "Choose one of "
                    + Arrays.stream(values())
                        .map(release -> String.valueOf(release.major))
                        .collect(Collectors.joining(", "))
                    + "."));
  }
}
