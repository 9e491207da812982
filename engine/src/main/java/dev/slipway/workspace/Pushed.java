package dev.slipway.workspace;

import dev.slipway.migration.ReleaseConflict;
import dev.slipway.migration.RowFinding;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import dev.slipway.plan.WeighedHazard;
import java.util.List;

/**
 * What {@code push} found and did.
 *
 * @param environment the environment
 * @param plan the plan; empty when the environment is as the definition says
 * @param refused the hazards that lose data and are not allowed
 * @param hazards what is dangerous about the plan, with what it comes to there
 * @param findings what rows of the environment violate
 * @param conflicts what it takes from releases that are deployed, and that is not allowed
 * @param applied whether the plan ran; never when there is a refusal or a finding
 */
public record Pushed(
    String environment,
    Plan plan,
    List<Hazard> refused,
    List<WeighedHazard> hazards,
    List<RowFinding> findings,
    List<ReleaseConflict> conflicts,
    boolean applied) {

  /** Copies the lists. */
  public Pushed {
    refused = List.copyOf(refused);
    hazards = List.copyOf(hazards);
    findings = List.copyOf(findings);
    conflicts = List.copyOf(conflicts);
  }

  /** Whether something refuses the plan. */
  public boolean isRefused() {
    return !refused.isEmpty() || !findings.isEmpty() || !conflicts.isEmpty();
  }
}
