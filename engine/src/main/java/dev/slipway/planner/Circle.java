package dev.slipway.planner;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.error.SlipwayException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Actions that need each other in a circle.
 *
 * <p>Often one of them alters in place what uses something old before and something new after it,
 * and the old must go before the new can come: as a function over a table, whose key has the name
 * of the new one's. There is an order when that one is dropped and created instead.
 */
final class Circle extends SlipwayException {

  private static final long serialVersionUID = 1L;

  private final transient Set<ObjectId> recreatable;

  Circle(Collection<Action.Key> keys) {
    super(
        PlannerError.CIRCULAR_DEPENDENCY,
        "No order of steps exists: these need each other in a circle: "
            + keys.stream()
                .map(key -> key.id().toString())
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "))
            + ".",
        "Split the change into two migrations, so that one of them is created or dropped first.");
    this.recreatable =
        keys.stream()
            .filter(key -> key.isAlter() && holdsNothing(key.id().kind()))
            .map(Action.Key::id)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What would be altered, and can be dropped and created without a loss. */
  Set<ObjectId> recreatable() {
    return recreatable;
  }

  /** Whether objects of a kind can be dropped and created without a loss. */
  static boolean holdsNothing(Kind kind) {
    return kind.dropped() == Kind.Dropped.EARLY || kind == Kind.ROUTINE || kind == Kind.AGGREGATE;
  }
}
