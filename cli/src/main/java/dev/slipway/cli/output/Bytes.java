package dev.slipway.cli.output;

/** A number of bytes with the unit that keeps it short. */
public final class Bytes {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

  private Bytes() {}

  /** {@code 512 B}, {@code 8192 B}, {@code 120 MB}; cut, not rounded. */
  public static String text(long bytes) {
    long size = bytes;
    int unit = 0;
    while (size >= 10_240 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return size + " " + UNITS[unit];
  }
}
