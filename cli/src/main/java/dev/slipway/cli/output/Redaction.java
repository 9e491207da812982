package dev.slipway.cli.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces known secrets in what is printed: the last defence, after nobody put them there.
 *
 * <p>It learns secrets while the command runs, from whichever thread fetches one. Thread-safe.
 */
public final class Redaction {

  private static final String MASK = "***";

  private final List<String> secrets = new ArrayList<>();

  /** Learns texts that must not be printed. */
  public synchronized void learn(List<String> texts) {
    for (String text : texts) {
      if (!text.isBlank() && !secrets.contains(text)) {
        secrets.add(text);
      }
    }
    // the longest first, so that a secret within another leaves nothing of it
    secrets.sort(Comparator.comparingInt(String::length).reversed());
  }

  /** The text with {@code ***} in place of each secret. */
  public synchronized String apply(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, MASK);
    }
    return clean;
  }
}
