package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a target say to questions.
 *
 * @param findings which demands do not hold
 * @param hidden the tables of which the role that asked does not see every row, since row level
 *     security is on for it: what does hold of the rows that it sees may not hold of all
 * @param sampled which rows were asked; null where all were
 */
public record RowAnswers(
    List<RowFinding> findings, List<ObjectId> hidden, @Nullable SampledRows sampled) {

  /** Nothing was asked. */
  static final RowAnswers NONE = new RowAnswers(List.of(), List.of(), null);

  /** Copies the lists. */
  public RowAnswers {
    findings = List.copyOf(findings);
    hidden = List.copyOf(hidden);
  }
}
