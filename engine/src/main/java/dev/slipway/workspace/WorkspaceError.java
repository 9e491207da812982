package dev.slipway.workspace;

import dev.slipway.error.ErrorCode;

/** How a command can fail for a reason of its own. */
public enum WorkspaceError implements ErrorCode {
  /** A step loses data and is not allowed by name. */
  HAZARD_REFUSED(Category.REFUSED),
  /** The environment is protected: only migrations change it. */
  ENVIRONMENT_PROTECTED(Category.REFUSED),
  /** The role that only looks at an environment may not read what is needed. */
  READER_WITHOUT_RIGHT(Category.FAILED),
  /** An environment shall become like another one, and is something already. */
  ENVIRONMENT_NOT_EMPTY(Category.REFUSED),
  /** A first migration is asked for where there are some. */
  BASELINE_TOO_LATE(Category.REFUSED),
  /**
   * A first migration is asked for of what is no environment, so that nothing can count as applied.
   */
  BASELINE_OF_NO_ENVIRONMENT(Category.USAGE),
  /** A script does not lead to the schema that it should. */
  LEADS_ELSEWHERE(Category.REFUSED),
  /** Two branches can't run in either order, or another is built on the one that is moved. */
  REBASE_CONFLICT(Category.REFUSED),
  /** Migrations can't be made one. */
  SQUASH_IMPOSSIBLE(Category.REFUSED),
  /** Migrations do more than one that creates the schema would. */
  SQUASH_LOSES(Category.REFUSED),
  /** A loss is accepted that nobody asked about. */
  ACCEPTED_NO_LOSS(Category.USAGE),
  /** The target is not what the plan was made for. */
  TARGET_CHANGED(Category.REFUSED),
  /** An allowance is not of the form {@code SLIP102:public.todo.note}, or has no reason. */
  BAD_ALLOWANCE(Category.USAGE),
  /** An allowance allows nothing that the plan does. */
  ALLOWANCE_WITHOUT_HAZARD(Category.USAGE);

  private final Category category;

  WorkspaceError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
