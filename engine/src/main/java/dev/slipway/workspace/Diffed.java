package dev.slipway.workspace;

import dev.slipway.plan.Plan;
import dev.slipway.question.Question;
import java.util.List;

/**
 * How two sources differ.
 *
 * @param plan the plan that turns the one into the other
 * @param questions what of it may be a rename instead of a drop and a creation
 */
public record Diffed(Plan plan, List<Question> questions) {

  /** Copies the list. */
  public Diffed {
    questions = List.copyOf(questions);
  }
}
