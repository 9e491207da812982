package dev.slipway.refresh;

import dev.slipway.dialect.Subsets.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The chosen rows of a table: all of them, or those at some places. */
final class RowSet {

  private static final int AT_ONCE = 5_000;

  private final Map<Long, Set<String>> places = new HashMap<>();
  private boolean isAll;

  boolean isAll() {
    return isAll;
  }

  void addAll() {
    isAll = true;
    places.clear();
  }

  /** Adds a row; whether it is new. */
  boolean add(Place place) {
    return !isAll && places.computeIfAbsent(place.store(), any -> new HashSet<>()).add(place.row());
  }

  boolean isEmpty() {
    return !isAll && places.isEmpty();
  }

  long size() {
    return places.values().stream().mapToLong(Set::size).sum();
  }

  /** The places in portions, each of one store. */
  List<List<Place>> portions() {
    List<Place> all = new ArrayList<>();
    places.forEach((store, rows) -> rows.forEach(row -> all.add(new Place(store, row))));
    return portions(all);
  }

  /** Some places in portions, each of one store. */
  static List<List<Place>> portions(List<Place> places) {
    Map<Long, List<Place>> open = new HashMap<>();
    List<List<Place>> portions = new ArrayList<>();
    for (Place place : places) {
      List<Place> portion = open.computeIfAbsent(place.store(), any -> new ArrayList<>());
      portion.add(place);
      if (portion.size() == AT_ONCE) {
        portions.add(portion);
        open.remove(place.store());
      }
    }
    portions.addAll(open.values());
    return portions;
  }
}
