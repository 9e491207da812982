package dev.slipway.migration;

import java.util.List;

/**
 * Statements of a script that are run and recorded together: a transaction, or a single statement
 * that can't be part of one.
 *
 * @param first its first statement, from 0
 * @param end the statement after its last one
 * @param runs the statements that are run; those that only begin or end a transaction are not
 * @param alone whether it is one statement outside of a transaction
 * @param modes the modes of its transaction; empty when the script names none
 * @param declared whether the script itself begins and ends its transaction
 */
record Segment(
    int first, int end, List<Integer> runs, boolean alone, String modes, boolean declared) {

  Segment {
    runs = List.copyOf(runs);
  }

  /** The same up to a later statement. */
  Segment until(int later) {
    return new Segment(first, later, runs, alone, modes, declared);
  }
}
