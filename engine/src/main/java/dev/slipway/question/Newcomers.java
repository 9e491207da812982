package dev.slipway.question;

import dev.slipway.catalog.DatabaseObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The new objects of one kind in one place, to be found by what they have in common with others.
 */
final class Newcomers {

  /** So many are compared one by one. */
  private static final int FEW = 64;

  /** What so many have tells nothing. */
  private static final int COMMON = 1000;

  private final Function<DatabaseObject, Set<String>> features;
  private final List<DatabaseObject> objects = new ArrayList<>();
  private final Candidates candidates = new Candidates();
  private @Nullable Map<String, List<Integer>> places;

  /**
   * @param features what an object is known by
   */
  Newcomers(Function<DatabaseObject, Set<String>> features) {
    this.features = features;
  }

  void add(DatabaseObject object) {
    objects.add(object);
    candidates.add(Thing.of(object.id()));
    places = null;
  }

  /** All of them. */
  Candidates candidates() {
    return candidates;
  }

  /**
   * Those that have most in common with something; where they are few, all of them. Where they are
   * many, some of other sorts follow, since something can be alike without a common name.
   */
  List<DatabaseObject> near(Set<String> wanted) {
    if (objects.size() <= FEW) {
      return objects;
    }
    Map<String, List<Integer>> known = places();
    Map<Integer, Integer> common = new HashMap<>();
    for (String feature : wanted) {
      List<Integer> having = known.getOrDefault(feature, List.of());
      if (having.size() <= COMMON) {
        having.forEach(place -> common.merge(place, 1, Integer::sum));
      }
    }
    Set<Integer> chosen = new TreeSet<>();
    common.entrySet().stream()
        .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
        .limit(FEW)
        .forEach(entry -> chosen.add(entry.getKey()));
    for (List<Integer> sort : known.values()) {
      if (chosen.size() < 2 * FEW) {
        chosen.add(sort.getFirst());
      }
    }
    for (int i = 0; chosen.size() < FEW; i++) {
      chosen.add(i);
    }
    return chosen.stream().map(objects::get).toList();
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
