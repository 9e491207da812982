package dev.slipway.planner;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ways back of alterations that drop objects and create them as they were, each object once: as
 * of a view and of a view on it that both got more columns.
 *
 * <p>What uses the second uses the first, which is taken back later. So the way back of the second
 * only drops, and leaves it to that of the first to create everything, unless something that
 * happens in between needs it.
 */
final class Remaking {

  /**
   * The way back of one alteration.
   *
   * @param altered what was altered
   * @param place the place of the alteration among all actions
   * @param lastBefore the place of the last action before it on what used the object at first; -1
   *     for none
   * @param whole all that it would do if there were no other
   * @param ids what it drops and creates; empty where it does more than that, and stands alone
   */
  private record Part(ObjectId altered, int place, int lastBefore, Way whole, Set<ObjectId> ids) {}

  /**
   * What such a way back does.
   *
   * @param actions what is dropped and created, in its order
   * @param asides the types that are set aside by it, with their names there
   */
  record Way(List<Action> actions, Map<ObjectId, ObjectId> asides) {}

  private final Catalog before;
  private final Actions actions;
  private final Map<Action.Key, Integer> places = new HashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final Map<ObjectId, Way> ways = new HashMap<>();

  private Remaking(Catalog before, Actions actions) {
    this.before = before;
    this.actions = actions;
  }

  /**
   * @param before the catalog before all changes
   * @param actions the actions of a plan
   * @param ordered the same in their order
   */
  static Remaking of(Catalog before, Actions actions, List<Action> ordered) {
    var remaking = new Remaking(before, actions);
    ordered.forEach(action -> remaking.places.put(action.key(), remaking.places.size()));
    for (Action action : ordered) {
      if (action instanceof Action.Alter alter && actions.isRemade(alter)) {
        remaking.parts.add(remaking.part(alter));
      }
    }
    remaking.divide();
    return remaking;
  }

  /** What the way back of an alteration does; null where it drops nothing. */
  @Nullable Way wayBackOf(Action.Alter alter) {
    return ways.get(alter.id());
  }

  private Part part(Action.Alter alter) {
    int place = placeOf(alter);
    Actions back = actions.remaking(alter, action -> placeOf(action) < place);
    List<Action> ordered = Ordering.sort(before, before, back);
    boolean onlyRemakes =
        ordered.stream()
            .allMatch(action -> action instanceof Action.Drop || action instanceof Action.Create);
    Set<ObjectId> ids = new TreeSet<>();
    if (onlyRemakes) {
      ordered.forEach(action -> ids.add(action.id()));
    }
    int lastBefore =
        Recreation.takenAlong(alter.id(), before).stream()
            .flatMap(
                user -> Stream.of(placeOf(actions.dropping(user)), placeOf(actions.changing(user))))
            .filter(other -> other < place)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(-1);
    return new Part(alter.id(), place, lastBefore, new Way(ordered, back.asides()), ids);
  }

  private int placeOf(@Nullable Action action) {
    return action == null
        ? Integer.MAX_VALUE
        : Objects.requireNonNull(places.get(action.key()), "an action that is not in the order");
  }

  /** From the last alteration to the first, as they are taken back. */
  private void divide() {
    Map<ObjectId, Part> gone = new HashMap<>();
    for (Part part : parts.reversed()) {
      Part creator = creatorFor(part);
      boolean isCreator = creator.place() == part.place();
      List<Action> way = new ArrayList<>();
      for (Action action : part.whole().actions()) {
        Part other = gone.get(action.id());
        boolean isDue =
            action instanceof Action.Create
                ? isCreator && (other == null || other.place() == part.place())
                : other == null;
        if (isDue) {
          way.add(action);
        }
      }
      ways.put(part.altered(), new Way(way, part.whole().asides()));
      for (ObjectId id : part.ids()) {
        if (isCreator) {
          gone.remove(id, part);
        } else {
          gone.merge(id, creator, (one, other) -> one.place() < other.place() ? one : other);
        }
      }
    }
  }

  /** The first alteration whose way back can create all that this one drops. */
  private Part creatorFor(Part part) {
    return parts.stream()
        .takeWhile(other -> other.place() < part.place())
        .filter(other -> other.ids().contains(part.altered()))
        .filter(other -> !part.ids().isEmpty() && part.lastBefore() < other.place())
        .findFirst()
        .orElse(part);
  }
}
