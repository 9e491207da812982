package dev.slipway.cli.output;

/** A number with its noun. */
public final class Count {

  private Count() {}

  /** {@code 1 step}, {@code 3 steps}. */
  public static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
