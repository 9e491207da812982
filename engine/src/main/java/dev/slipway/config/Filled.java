package dev.slipway.config;

import java.util.Map;

/**
 * A text with its variables replaced, which remembers how it was written. Only {@link #written} may
 * be shown: what a variable stands for may be a secret.
 *
 * @param written as it is in the file, with {@code ${NAME}}
 * @param text as it is meant
 * @param values what each of its variables stands for
 */
public record Filled(String written, String text, Map<String, String> values) {

  /** Copies the values. */
  public Filled {
    values = Map.copyOf(values);
  }

  /** A text without variables. */
  public static Filled of(String text) {
    return new Filled(text, text, Map.of());
  }

  /** As it is written. */
  @Override
  public String toString() {
    return written;
  }
}
