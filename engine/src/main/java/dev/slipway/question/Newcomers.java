package dev.slipway.question;

import dev.slipway.catalog.DatabaseObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The new objects of one kind in one place, to be found by what they have in common with others.
 */
final class Newcomers {

  /** So many are compared one by one. */
  private static final int FEW = 64;

  private final Function<DatabaseObject, Set<String>> features;
  private final List<DatabaseObject> objects = new ArrayList<>();
  private final List<Thing> things = new ArrayList<>();
  private @Nullable Map<String, List<Integer>> places;

  /**
   * @param features what an object is known by
   */
  Newcomers(Function<DatabaseObject, Set<String>> features) {
    this.features = features;
  }

  void add(DatabaseObject object) {
    objects.add(object);
    things.add(Thing.of(object.id()));
    places = null;
  }

  /** All of them; the list is not copied. */
  List<Thing> things() {
    return things;
  }

  /**
   * Those that have most in common with something; where they are few, all of them. Where they are
   * many, some of every other sort follow, since something can be alike without a common name.
   */
  List<DatabaseObject> near(Set<String> wanted) {
    if (objects.size() <= FEW) {
      return objects;
    }
    Map<String, List<Integer>> known = places();
    int[] common = new int[objects.size()];
    for (String feature : wanted) {
      for (int place : known.getOrDefault(feature, List.of())) {
        common[place]++;
      }
    }
    var chosen = new BitSet();
    for (int most = wanted.size(); most > 0; most--) {
      for (int i = 0; i < common.length && chosen.cardinality() < FEW; i++) {
        if (common[i] == most) {
          chosen.set(i);
        }
      }
    }
    for (List<Integer> sort : known.values()) {
      if (chosen.cardinality() < 2 * FEW) {
        chosen.set(sort.getFirst());
      }
    }
    return chosen.stream().mapToObj(objects::get).toList();
  }

  private Map<String, List<Integer>> places() {
    Map<String, List<Integer>> known = places;
    if (known == null) {
      known = new HashMap<>();
      for (int i = 0; i < objects.size(); i++) {
        for (String feature : features.apply(objects.get(i))) {
          known.computeIfAbsent(feature, key -> new ArrayList<>()).add(i);
        }
      }
      places = known;
    }
    return known;
  }
}
