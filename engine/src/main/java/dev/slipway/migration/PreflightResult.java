package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a target say to migrations that are pending.
 *
 * @param pending the migrations in their order
 * @param questions what they demand of rows, in the same order
 * @param findings which of the demands do not hold
 * @param hidden the tables of which the role that asked does not see every row
 * @param hazards what is dangerous about them, with what it comes to there
 * @param unjudged the migrations of which that is not known, since they were edited after they were
 *     judged
 * @param conflicts what they take from releases that are deployed
 * @param sampled which rows were asked; null where all were
 */
public record PreflightResult(
    List<String> pending,
    List<RowQuestion> questions,
    List<RowFinding> findings,
    List<ObjectId> hidden,
    List<PendingHazard> hazards,
    List<String> unjudged,
    List<ReleaseConflict> conflicts,
    @Nullable SampledRows sampled) {

  /** Copies the lists. */
  public PreflightResult {
    pending = List.copyOf(pending);
    questions = List.copyOf(questions);
    findings = List.copyOf(findings);
    hidden = List.copyOf(hidden);
    hazards = List.copyOf(hazards);
    unjudged = List.copyOf(unjudged);
    conflicts = List.copyOf(conflicts);
  }
}
