package dev.slipway.sample;

/**
 * Which value is wanted.
 *
 * @param number which one of a column, from 0; another number is another value where the type has
 *     enough of them, and a greater one where it is ordered
 * @param roll how often others were refused; 0 for the value that is tried first
 * @param digits whether texts shall be of digits alone
 */
record Draw(int number, int roll, boolean digits) {

  /**
   * Far from the small keys that migrations write themselves, and within what the smallest integer
   * holds.
   */
  static final int FIRST = 7001;

  /** The number as keys have it. */
  int key() {
    return FIRST + number;
  }

  /** Another value at the same try. */
  Draw at(int other) {
    return new Draw(other, roll, digits);
  }
}
