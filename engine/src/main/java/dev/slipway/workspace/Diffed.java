package dev.slipway.workspace;

import dev.slipway.plan.Plan;
import dev.slipway.plan.WeighedHazard;
import dev.slipway.question.Question;
import java.util.List;

/**
 * How two sources differ.
 *
 * @param plan the plan that turns the one into the other
 * @param hazards what is dangerous about it, with what it comes to where it would run; empty where
 *     that is no database
 * @param questions what of it may be a rename instead of a drop and a creation
 */
public record Diffed(Plan plan, List<WeighedHazard> hazards, List<Question> questions) {

  /** Copies the lists. */
  public Diffed {
    hazards = List.copyOf(hazards);
    questions = List.copyOf(questions);
  }
}
