package dev.slipway.soak;

/** Hears how far a soak test is, about each second, in a thread of the test. */
public interface SoakListener {

  /** Hears nothing. */
  SoakListener NOBODY = (done, all, errors, p95Millis) -> {};

  /**
   * It went on.
   *
   * @param done how many rounds have ended, those of the warm-up included
   * @param all how many there are
   * @param errors how many of those that are measured have failed
   * @param p95Millis how long 95 of 100 of those that are measured took at most
   */
  void advanced(long done, long all, long errors, double p95Millis);
}
