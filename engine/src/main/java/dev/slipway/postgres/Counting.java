package dev.slipway.postgres;

import dev.slipway.catalog.SequenceOptions;
import java.util.ArrayList;
import java.util.List;

/** How a sequence counts, as the clauses of CREATE SEQUENCE and of ALTER TABLE … SET. */
final class Counting {

  private Counting() {}

  /** The clauses that differ from what a new sequence of the type has, in the manual's order. */
  static List<String> clauses(SequenceOptions options, String type) {
    return clauses(defaults(options, type), options);
  }

  /** The clauses that turn one way of counting into another; empty when they are the same. */
  static List<String> clauses(SequenceOptions before, SequenceOptions after) {
    var clauses = new ArrayList<String>();
    if (before.increment() != after.increment()) {
      clauses.add("increment by " + after.increment());
    }
    if (before.min() != after.min()) {
      clauses.add("minvalue " + after.min());
    }
    if (before.max() != after.max()) {
      clauses.add("maxvalue " + after.max());
    }
    if (before.start() != after.start()) {
      clauses.add("start with " + after.start());
    }
    if (before.cache() != after.cache()) {
      clauses.add("cache " + after.cache());
    }
    if (before.cycle() != after.cycle()) {
      clauses.add(after.cycle() ? "cycle" : "no cycle");
    }
    return clauses;
  }

  /** What the server makes of a way of counting when the type of the values changes. */
  static SequenceOptions retyped(SequenceOptions options, String before, String after) {
    if (before.equals(after)) {
      return options;
    }
    return new SequenceOptions(
        options.start(),
        options.increment(),
        options.min() == least(before) ? least(after) : options.min(),
        options.max() == greatest(before) ? greatest(after) : options.max(),
        options.cache(),
        options.cycle());
  }

  /** Whether no number lies within the bounds of both. */
  static boolean isApart(SequenceOptions before, SequenceOptions after) {
    return before.max() < after.min() || after.max() < before.min();
  }

  /** A sequence starts at its end that it counts away from, so the given ends decide the start. */
  private static SequenceOptions defaults(SequenceOptions given, String type) {
    boolean up = given.increment() > 0;
    return new SequenceOptions(
        up ? given.min() : given.max(),
        1,
        up ? 1 : least(type),
        up ? greatest(type) : -1,
        1,
        false);
  }

  private static long least(String type) {
    return switch (type) {
      case "smallint" -> Short.MIN_VALUE;
      case "integer" -> Integer.MIN_VALUE;
      default -> Long.MIN_VALUE;
    };
  }

  private static long greatest(String type) {
    return switch (type) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }
}
