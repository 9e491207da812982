package dev.slipway.question;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.planner.Desired;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds what is gone and what it can have become. Where much is new in one place, only what has
 * most in common is compared one by one.
 *
 * <p>Only kinds are looked at whose objects rows live in or are made of. What holds no data is
 * created anew, and nothing is lost by it.
 */
final class Losses {

  private static final Set<Kind> KINDS =
      EnumSet.of(
          Kind.SCHEMA,
          Kind.ENUM,
          Kind.COMPOSITE_TYPE,
          Kind.DOMAIN,
          Kind.RANGE_TYPE,
          Kind.SEQUENCE,
          Kind.TABLE,
          Kind.COLUMN);

  /** Nobody reads longer questions; an answer can name any other. */
  private static final int MOST = 20;

  private final Dialect dialect;
  private final Catalog after;
  private final Standing standing;
  private final Likeness likeness;

  /** The new objects by where one of their kind is looked for. */
  private final Map<List<String>, Newcomers> newcomers = new HashMap<>();

  private Losses(Dialect dialect, Catalog before, Desired desired) {
    this.dialect = dialect;
    this.after = desired.catalog();
    this.standing = new Standing(before, desired, KINDS);
    this.likeness = new Likeness(dialect, before, after);
    for (DatabaseObject object : after.objects()) {
      ObjectId id = object.id();
      if (KINDS.contains(id.kind()) && !standing.objects().containsKey(id)) {
        places(id)
            .forEach(place ->
                newcomers
                    .computeIfAbsent(place, key -> new Newcomers(likeness::featuresNow))
                    .add(object));
      }
    }
  }

  /** Everything that is gone, in canonical order. */
  static List<Loss> of(Dialect dialect, Catalog before, Desired desired) {
    var losses = new Losses(dialect, before, desired);
    List<Loss> all = new ArrayList<>();
    losses
        .standing
        .objects()
        .forEach((now, old) -> {
          DatabaseObject there = losses.after.find(now);
          if (there == null) {
            all.add(losses.ofObject(now, old));
          } else {
            losses.addParts(all, old, there);
          }
        });
    return all;
  }

  private Loss ofObject(ObjectId now, DatabaseObject old) {
    List<Newcomers> there =
        places(now).stream().map(newcomers::get).filter(Objects::nonNull).toList();
    Set<String> features = there.isEmpty() ? Set.of() : likeness.featuresBefore(old);
    List<Thing> likely =
        there.stream()
            .flatMap(group -> group.near(features).stream())
            .filter(other -> likeness.isLikely(old, other))
            .sorted(Comparator.comparingInt(other -> -likeness.degree(old, other)))
            .limit(MOST)
            .map(other -> Thing.of(other.id()))
            .toList();
    return new Loss(
        Thing.of(old.id()),
        Thing.of(now),
        there.stream().map(Newcomers::candidates).toList(),
        likely);
  }

  private void addParts(List<Loss> all, DatabaseObject old, DatabaseObject now) {
    if (now instanceof Column) {
      return;
    }
    List<String> present = dialect.renderer().partsOf(now);
    List<String> past = standing.now(now.id(), dialect.renderer().partsOf(old), present);
    List<String> before = dialect.renderer().partsOf(old);
    List<Thing> possible =
        present.stream()
            .filter(name -> !past.contains(name))
            .map(name -> new Thing(now.id(), name))
            .toList();
    var candidates = Candidates.of(possible);
    for (int i = 0; i < past.size(); i++) {
      String name = past.get(i);
      if (!present.contains(name)) {
        String was = before.get(i);
        all.add(
            new Loss(
                new Thing(old.id(), was),
                new Thing(now.id(), name),
                List.of(candidates),
                possible.stream()
                    .filter(part -> likeness.isLikelyPart(old, was, now, part.part()))
                    .limit(MOST)
                    .toList()));
      }
    }
  }

  /** A column stays in its table; what is in a schema keeps its schema or its name. */
  private static List<List<String>> places(ObjectId id) {
    String kind = id.kind().name();
    return switch (id.kind().home()) {
      case DATABASE, ABOUT -> List.of(List.of(kind));
      case SCHEMA -> List.of(List.of(kind, "in", id.schema()), List.of(kind, "called", id.name()));
      case RELATION -> List.of(List.of(kind, id.schema(), id.path().get(1)));
    };
  }
}
