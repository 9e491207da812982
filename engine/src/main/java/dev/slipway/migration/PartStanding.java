package dev.slipway.migration;

import dev.slipway.dialect.Run;

/** Says in what state a part is while not all of it is recorded. */
final class PartStanding {

  private PartStanding() {}

  static String of(Course course) {
    Part part = course.part();
    String name = part.name();
    if (course.done() == 0) {
      return switch (part.direction()) {
        case UP -> "Nothing of " + name + " stayed.";
        case DOWN -> name + " is still applied, whole.";
        case DIRECT -> "Nothing of it stayed.";
      };
    }
    String what =
        (course.done() == 1 ? "segment 1" : "segments 1 to " + course.done())
            + " of "
            + course.of()
            + (course.doneStatements() == 1
                ? " (statement 1)"
                : " (statements 1 to " + course.doneStatements() + ")");
    return switch (part.direction()) {
      case UP -> "Of " + name + ", " + what + " stayed; nothing behind that did.";
      case DOWN -> "Of " + name + ", " + what + " of the way back stayed; nothing behind that did.";
      case DIRECT -> "Of it, " + what + " stayed; nothing behind that did.";
    };
  }

  /** The direction as a verb. */
  static String verb(Run.Direction direction) {
    return switch (direction) {
      case UP -> "applied";
      case DOWN -> "taken back";
      case DIRECT -> "run";
    };
  }
}
