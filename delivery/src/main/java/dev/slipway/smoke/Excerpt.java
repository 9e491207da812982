package dev.slipway.smoke;

/** The beginning of what came instead, for a sentence. */
final class Excerpt {

  private static final int LENGTH = 160;

  private Excerpt() {}

  /** {@code , which is: …}, in one line. */
  static String behind(String text) {
    return text.isBlank() ? ", which is empty" : ", which is: " + of(text);
  }

  /** The beginning of it, in one line. */
  static String of(String text) {
    String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    return line.length() > LENGTH ? line.substring(0, LENGTH) + "…" : line;
  }
}
