package dev.slipway.watch;

import dev.slipway.error.ErrorCode;

/** How watching can be of no use. */
public enum WatchError implements ErrorCode {
  /** Nothing has a limit, so that nothing could be breached. */
  NOTHING_TO_WATCH(Category.CONFIGURATION),
  /** A limit is set for what can't be measured in the environment. */
  UNMEASURABLE(Category.CONFIGURATION);

  private final Category category;

  WatchError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
