package dev.slipway.refresh;

import dev.slipway.dialect.Subsets.Place;
import java.util.Arrays;
import java.util.List;

/** Places of one store, as many as are asked for at once, in 8 bytes each. Not thread-safe. */
final class Portion {

  /** How many there are at most. */
  static final int MOST = 5_000;

  private final long store;
  private long[] rows = new long[16];
  private int size;

  Portion(long store) {
    this.store = store;
  }

  void add(long row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Math.min(MOST, size * 2));
    }
    rows[size++] = row;
  }

  boolean isFull() {
    return size == MOST;
  }

  /** The places for a query. */
  List<Place> places() {
    return Arrays.stream(rows, 0, size).mapToObj(row -> new Place(store, row)).toList();
  }
}
