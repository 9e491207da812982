package dev.slipway.sample;

import org.jspecify.annotations.Nullable;

/** Values of geometric types (manual, 8.8), each beside the others. */
final class Shapes {

  private Shapes() {}

  static @Nullable String of(SampleType type, Draw draw) {
    int at = 10 * (draw.number() + 1) + draw.roll();
    int to = at + 5;
    return switch (type.plain()) {
      case "point" -> "(" + at + "," + at + ")";
      case "line" -> "{1,-1," + at + "}";
      case "lseg" -> "[(" + at + ",0),(" + to + ",5)]";
      case "box" -> "(" + to + ",5),(" + at + ",0)";
      case "path" -> "[(" + at + ",0),(" + to + ",5)]";
      case "polygon" -> "((" + at + ",0),(" + to + ",0),(" + to + ",5))";
      case "circle" -> "<(" + at + ",0),2>";
      default -> null;
    };
  }
}
