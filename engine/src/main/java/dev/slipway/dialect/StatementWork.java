package dev.slipway.dialect;

/**
 * What statements that differ in nothing but their values have cost so far.
 *
 * @param text the statement, with {@code $1} in place of values
 * @param calls how often it ran
 * @param millis how long it ran in all
 */
public record StatementWork(String text, long calls, double millis) {

  /** How long it runs on average, in milliseconds; 0 where it never ran. */
  public double mean() {
    return calls == 0 ? 0 : millis / calls;
  }

  /** What it cost since an earlier look; less than no calls where the statistics were reset. */
  public StatementWork since(StatementWork earlier) {
    return new StatementWork(text, calls - earlier.calls, millis - earlier.millis);
  }
}
