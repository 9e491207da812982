package dev.slipway.cli.output;

/** A number with its noun. */
public final class Count {

  private Count() {}

  /** {@code 1 step}, {@code 3 steps}. */
  public static String of(long number, String noun) {
    return of(number, noun, noun + "s");
  }

  /** {@code 1 batch}, {@code 3 batches}. */
  public static String of(long number, String noun, String plural) {
    return number + " " + (number == 1 ? noun : plural);
  }
}
