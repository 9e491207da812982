package dev.slipway.refresh;

import java.util.Arrays;

/**
 * Numbers other than 0, each once, in 12 to 24 bytes each: there may be many millions. Not
 * thread-safe.
 */
final class LongSet {

  private static final int FIRST = 16;

  /** By open addressing: 0 is a free place. */
  private long[] table = new long[FIRST];

  private int size;

  /** Adds a number; whether it is new. */
  boolean add(long number) {
    if (number == 0) {
      throw new IllegalArgumentException("0 can't be held");
    }
    int place = place(number);
    if (table[place] == number) {
      return false;
    }
    table[place] = number;
    size++;
    if (size * 3L > table.length * 2L) {
      grow();
    }
    return true;
  }

  int size() {
    return size;
  }

  /** All of them in ascending order. */
  long[] sorted() {
    return Arrays.stream(table).filter(each -> each != 0).sorted().toArray();
  }

  /** Where it is, or would be. */
  private int place(long number) {
    int last = table.length - 1;
    long mixed = number * 0x9E3779B97F4A7C15L;
    int place = (int) (mixed ^ mixed >>> 32) & last;
    while (table[place] != 0 && table[place] != number) {
      place = place + 1 & last;
    }
    return place;
  }

  private void grow() {
    long[] before = table;
    table = new long[before.length * 2];
    for (long each : before) {
      if (each != 0) {
        table[place(each)] = each;
      }
    }
  }
}
