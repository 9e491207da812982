package dev.slipway.dialect;

/**
 * Which part of a script a segment is, as the ledger remembers it while a migration is partly
 * applied.
 *
 * @param number which segment it is, from 1
 * @param of how many there are, as far as was known
 * @param first its first statement, from 0
 * @param statements how many statements it has
 * @param content SHA-256 of its statements without comments and with white space folded
 */
public record SegmentEntry(int number, int of, int first, int statements, String content) {

  /** The statement after its last one, from 0. */
  public int end() {
    return first + statements;
  }
}
