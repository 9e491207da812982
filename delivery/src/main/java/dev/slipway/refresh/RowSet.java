package dev.slipway.refresh;

import dev.slipway.dialect.Subsets.Place;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The chosen rows of a table: all of them, or those at some places. Not thread-safe. */
final class RowSet {

  private final Map<Long, LongSet> places = new HashMap<>();
  private boolean isAll;

  /** What is done with a portion. */
  @FunctionalInterface
  interface Use {
    void take(Portion portion) throws SQLException, IOException;
  }

  boolean isAll() {
    return isAll;
  }

  void addAll() {
    isAll = true;
    places.clear();
  }

  /** Adds a row; whether it is new. */
  boolean add(Place place) {
    return !isAll && places.computeIfAbsent(place.store(), any -> new LongSet()).add(place.row());
  }

  boolean isEmpty() {
    return !isAll && places.isEmpty();
  }

  long size() {
    return places.values().stream().mapToLong(LongSet::size).sum();
  }

  /** The places in portions, each of one store, in the order in which they lie there. */
  void portions(Use use) throws SQLException, IOException {
    for (Map.Entry<Long, LongSet> each : places.entrySet()) {
      var portion = new Portion(each.getKey());
      boolean isOpen = false;
      for (long row : each.getValue().sorted()) {
        portion.add(row);
        isOpen = true;
        if (portion.isFull()) {
          use.take(portion);
          portion = new Portion(each.getKey());
          isOpen = false;
        }
      }
      if (isOpen) {
        use.take(portion);
      }
    }
  }
}
