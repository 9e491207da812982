package dev.slipway.planner;

/** How a plan goes about what is there before it: the choice of whoever asks for the plan. */
public enum Ways {
  /** Each change by the statement that carries it out at once, in as few transactions as can be. */
  DIRECT,
  /**
   * So that others go on reading and writing: nothing reads or writes all rows of a table under a
   * lock that they would wait for. It takes more statements, some of which no transaction may hold.
   */
  ONLINE
}
