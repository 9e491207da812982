package dev.slipway.question;

import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** New things in one place, to be found by each way to write them. Equal to itself alone. */
final class Candidates {

  private final List<Thing> things = new ArrayList<>();
  private @Nullable Map<String, List<Thing>> byName;

  static Candidates of(List<Thing> things) {
    var candidates = new Candidates();
    things.forEach(candidates::add);
    return candidates;
  }

  void add(Thing thing) {
    things.add(thing);
    byName = null;
  }

  /** All of them; the list is not copied. */
  List<Thing> things() {
    return things;
  }

  /** Those that can be written so, in one place or another. */
  List<Thing> named(String name) {
    Map<String, List<Thing>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (Thing thing : things) {
        Set<String> names = new HashSet<>(thing.spellings());
        names.add(new ObjectId(thing.whole().kind(), List.of(thing.lastName())).dotted());
        for (String each : names) {
          known.computeIfAbsent(each, key -> new ArrayList<>()).add(thing);
        }
      }
      byName = known;
    }
    return known.getOrDefault(name, List.of());
  }
}
