package dev.slipway.planner;

import dev.slipway.error.ErrorCode;

/** How planning can fail. */
public enum PlannerError implements ErrorCode {
  /** No order of steps exists. */
  CIRCULAR_DEPENDENCY(Category.FAILED),
  /** A step failed on the shadow. */
  PROOF_STEP_FAILED(Category.FAILED),
  /** The steps do not lead to the catalog that they should lead to. */
  PROOF_FAILED(Category.FAILED),
  /** The shadow's server lacks what a step needs, such as a provider of security labels. */
  PROOF_IMPOSSIBLE(Category.REFUSED),
  /** A role would be created that is named, and therefore there, already. */
  ROLE_IS_THERE(Category.REFUSED),
  /** A role would be dropped that is still named. */
  ROLE_IS_NEEDED(Category.REFUSED);

  private final Category category;

  PlannerError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
