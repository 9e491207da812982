package dev.slipway.migration;

import dev.slipway.plan.RowCheck;
import java.util.List;

/**
 * That rows of the target violate what a step demands.
 *
 * @param check the question that was asked
 * @param count how many rows or keys violate it; at least 1
 * @param samples up to five of them, as text
 * @param sampled whether a part of the rows was asked, and there may be more
 */
public record RowFinding(RowCheck check, long count, List<String> samples, boolean sampled) {

  /** Copies the samples. */
  public RowFinding {
    samples = List.copyOf(samples);
  }

  /** What all rows were asked for. */
  public RowFinding(RowCheck check, long count, List<String> samples) {
    this(check, count, samples, /* sampled= */ false);
  }

  /**
   * The demand and what it is for, how often it does not hold, some of the rows, and the query that
   * lists all of them where one can: several lines.
   */
  public String text() {
    var text = new StringBuilder("  ").append(check.demand()).append(": violated ");
    text.append(sampled ? "at least " : "").append(count).append(count == 1 ? " time" : " times");
    text.append(", for ").append(check.on());
    samples.forEach(sample -> text.append("\n      ").append(sample));
    if (count > samples.size()) {
      text.append("\n      and ").append(count - samples.size()).append(" more");
    }
    if (check.trySql() == null) {
      text.append("\n      all of them: ").append(check.sampleSql());
    }
    return text.toString();
  }
}
