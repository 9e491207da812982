package dev.slipway.pgdump;

import java.util.List;

/**
 * How far two dumps say the same.
 *
 * @param degree the answer
 * @param titles the titles of the entries that differ; none when they agree
 * @param text those entries of both, for reading; empty when they agree
 */
public record Agreement(Degree degree, List<String> titles, String text) {

  /** Copies the titles. */
  public Agreement {
    titles = List.copyOf(titles);
  }

  /** The possible answers. */
  public enum Degree {
    /** They are the same. */
    SAME,
    /** They are the same but for the order of columns. */
    SAME_BUT_COLUMN_ORDER,
    /** They differ. */
    DIFFERENT
  }

  /** Whether nothing but the order of columns differs. */
  public boolean agrees() {
    return degree != Degree.DIFFERENT;
  }
}
