package dev.slipway.schema;

/** Whether a definition may still be changed. */
@FunctionalInterface
interface Sealing {

  /**
   * Fails when the definition was read before: what is read must not change.
   *
   * @param place what is changed, for the message
   */
  void requireOpen(String place);
}
