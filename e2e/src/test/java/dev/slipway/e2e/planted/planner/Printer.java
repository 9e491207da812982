package dev.slipway.e2e.planted.planner;

/** Breaks on purpose: prints outside of the command line. */
public final class Printer {

  /** Prints. */
  public void print() {
    System.out.println("planted");
  }
}
