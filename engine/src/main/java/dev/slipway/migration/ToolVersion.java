package dev.slipway.migration;

import org.jspecify.annotations.Nullable;

/** The version of Slipway that is running, as it is written into migrations and ledgers. */
public final class ToolVersion {

  private static final @Nullable String RELEASED =
      ToolVersion.class.getPackage().getImplementationVersion();

  private ToolVersion() {}

  /** The version of the jar; {@code development} when the classes are not in one. */
  public static String current() {
    return RELEASED == null ? "development" : RELEASED;
  }
}
