package dev.slipway.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of any type, as SQL. The server has the last word on whether they are any. */
final class Values {

  /** What types of extensions often take; {@code #} stands for something that differs. */
  private static final List<String> UNKNOWN =
      List.of("v#", "#", "\"k\"=>\"#\"", "[#]", "(#)", "POINT(1 #)", "[1,2,#]", "{#}", "1.#", "");

  private Values() {}

  /**
   * A value.
   *
   * @param typmod the length or precision of the column; -1 where it has none
   */
  static String of(SampleType type, int typmod, Draw draw) {
    return switch (type.form()) {
      case SampleType.Labels(List<String> labels) ->
          labels.isEmpty()
              ? "null"
              : cast(labels.get((draw.number() + draw.roll()) % labels.size()), type);
      case SampleType.Narrowed(SampleType of, Literals literals) ->
          narrowed(type, of, literals.texts(), draw);
      case SampleType.Parts(List<SampleType> parts) ->
          "row("
              + String.join(
                  ", ", parts.stream().map(part -> of(part, part.typmod(), draw)).toList())
              + ")::"
              + type.name();
      case SampleType.Between(SampleType bound) -> range(type, bound, draw);
      case SampleType.Many(SampleType range) -> type.name() + "(" + of(range, -1, draw) + ")";
      case SampleType.ListOf(SampleType element) -> list(type, element, typmod, draw);
      case SampleType.Base base -> cast(base(type, base, typmod, draw), type);
    };
  }

  /** Of the conditions of a domain within another type nothing else is tried. */
  private static String narrowed(SampleType type, SampleType of, List<String> texts, Draw draw) {
    return texts.isEmpty() || draw.roll() % 2 == 0
        ? of(of, type.typmod(), draw) + "::" + type.name()
        : cast(texts.get((draw.roll() / 2 + draw.number()) % texts.size()), type);
  }

  private static String range(SampleType type, SampleType bound, Draw draw) {
    return type.name()
        + "("
        + of(bound, -1, draw.at(2 * draw.number()))
        + ", "
        + of(bound, -1, draw.at(2 * draw.number() + (draw.roll() % 2 == 0 ? 1 : 0)))
        + ", '"
        + (draw.roll() % 2 == 0 ? "[)" : "[]")
        + "')";
  }

  private static String list(SampleType type, SampleType element, int typmod, Draw draw) {
    int size = draw.roll() % 3 == 2 ? 1 : 2;
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(of(element, typmod, draw.at(draw.number() + i)));
    }
    return "array[" + String.join(", ", elements) + "]::" + type.name();
  }

  private static String base(SampleType type, SampleType.Base base, int typmod, Draw draw) {
    if (base.builtIn()) {
      String known = builtIn(type, typmod, draw);
      if (known != null) {
        return known;
      }
    }
    return base.text()
        ? Words.of(typmod < 4 ? -1 : typmod - 4, draw)
        : UNKNOWN
            .get(draw.roll() % UNKNOWN.size())
            .replace("#", String.valueOf(typmod > 0 ? typmod : draw.key()));
  }

  private static @Nullable String builtIn(SampleType type, int typmod, Draw draw) {
    String number = Numbers.of(type, typmod, draw);
    if (number != null) {
      return number;
    }
    String time = Times.of(type, draw);
    if (time != null) {
      return time;
    }
    String bits = Bits.of(type, typmod, draw);
    if (bits != null) {
      return bits;
    }
    String address = Addresses.of(type, draw);
    if (address != null) {
      return address;
    }
    String shape = Shapes.of(type, draw);
    if (shape != null) {
      return shape;
    }
    if (type.plain().equals("char")) {
      return Words.of(1, draw);
    }
    return Documents.of(type, draw);
  }

  /** Without the length, since a cast that has it cuts in silence. */
  private static String cast(String value, SampleType type) {
    return Sql.text(value) + "::" + type.name();
  }
}
