package dev.slipway.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Which Slipway this is. */
public final class Version {

  private Version() {}

  /** The version, such as {@code 0.1.0}. */
  public static String number() {
    try (InputStream file = Version.class.getResourceAsStream("version.txt")) {
      if (file == null) {
        throw new IllegalStateException("version.txt is not part of the build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new IllegalStateException("version.txt cannot be read", e);
    }
  }

  /** The line that {@code --version} prints. */
  public static String line() {
    return "slipway " + number() + " (Java " + Runtime.version().feature() + ")";
  }
}
