package dev.slipway.watch;

import java.time.Instant;
import java.util.List;

/**
 * What was measured at one moment.
 *
 * @param at when
 * @param figures what, in the same order in each sample
 */
public record Sample(Instant at, List<Figure> figures) {

  /** Copies the figures. */
  public Sample {
    figures = List.copyOf(figures);
  }
}
