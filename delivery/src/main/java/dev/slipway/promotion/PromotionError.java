package dev.slipway.promotion;

import dev.slipway.error.ErrorCode;

/** How a promotion can refuse or fail. */
public enum PromotionError implements ErrorCode {
  /** A gate is red. */
  GATE_RED(Category.REFUSED),
  /** A promotion waits for somebody to go on with it, or to give it up. */
  PROMOTION_UNFINISHED(Category.REFUSED),
  /** There is no promotion to go on with. */
  NO_PROMOTION(Category.REFUSED),
  /** There is no run of that number. */
  NO_RUN(Category.REFUSED),
  /** Another process works on the promotion. */
  PROMOTION_HELD(Category.REFUSED),
  /** The plan or the environment is not what was begun with. */
  PLAN_CHANGED(Category.REFUSED),
  /** A plan is not the one that is there. */
  UNKNOWN_PLAN(Category.REFUSED),
  /** A gate can't be waived, or is none. */
  BAD_WAIVER(Category.REFUSED),
  /** An approval must be signed, or its signature is not that of who gives it. */
  APPROVAL_UNSIGNED(Category.REFUSED),
  /** A program that was to run before the migrations failed. */
  HOOK_FAILED(Category.REFUSED),
  /** The environment is not as expected after its migrations, and they were taken back. */
  PROMOTION_ROLLED_BACK(Category.FAILED),
  /** The environment is not as expected after its migrations, and they stay for now. */
  PROMOTION_STOPPED(Category.FAILED),
  /** A deployment's records can't be read or written. */
  DEPLOYMENT_UNREADABLE(Category.FAILED);

  private final Category category;

  PromotionError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
