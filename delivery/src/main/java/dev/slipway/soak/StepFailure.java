package dev.slipway.soak;

/** A step did not do what it should; its message is a sentence without a full stop. */
final class StepFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StepFailure(String message) {
    super(message, null, false, false);
  }
}
