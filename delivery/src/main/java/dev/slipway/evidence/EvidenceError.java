package dev.slipway.evidence;

import dev.slipway.error.ErrorCode;

/** How work with evidence can fail. */
public enum EvidenceError implements ErrorCode {
  /** A file of evidence can't be read, or is none. */
  NO_EVIDENCE(Category.REFUSED),
  /** A file of evidence is not signed by somebody who is trusted, or was changed. */
  EVIDENCE_UNTRUSTED(Category.REFUSED),
  /** A key can't be read, or is none. */
  BAD_KEY(Category.CONFIGURATION),
  /** A file can't be written. */
  EVIDENCE_NOT_WRITTEN(Category.FAILED);

  private final Category category;

  EvidenceError(Category category) {
    this.category = category;
  }

  @Override
  public Category category() {
    return category;
  }
}
