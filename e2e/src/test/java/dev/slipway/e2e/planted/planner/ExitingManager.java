package dev.slipway.e2e.planted.planner;

/** Breaks on purpose: an empty name, and a second place that ends the process. */
public final class ExitingManager {

  /** Ends the process. */
  public void leave() {
    System.exit(1);
  }
}
