package dev.slipway.migration;

import dev.slipway.plan.RowCheck;
import java.util.List;

/**
 * That rows of the target violate what a step demands.
 *
 * @param check the question that was asked
 * @param count how many rows or keys violate it; at least 1
 * @param samples up to five of them, as text
 */
public record RowFinding(RowCheck check, long count, List<String> samples) {

  /** Copies the samples. */
  public RowFinding {
    samples = List.copyOf(samples);
  }
}
