package dev.slipway.question;

import dev.slipway.error.ErrorCode;

/** How asking can fail. */
public enum QuestionError implements ErrorCode {
  /** Something may be renamed or dropped, and nobody said which. */
  OPEN_QUESTIONS(Category.FAILED),
  /** Answers answer nothing, or contradict each other. */
  BAD_ANSWER(Category.USAGE),
  /** A file of answers is not what it must be. */
  BAD_ANSWERS_FILE(Category.USAGE);

  private final Category category;

  QuestionError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
