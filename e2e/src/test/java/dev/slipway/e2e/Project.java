package dev.slipway.e2e;

import java.nio.file.Path;
import java.util.Objects;

/** Where the project's files are. */
public final class Project {

  private Project() {}

  /** The folder of the root pom. */
  public static Path root() {
    return Path.of(
        Objects.requireNonNull(
            System.getProperty("slipway.project.root"),
            "-Dslipway.project.root is set by the build"));
  }
}
