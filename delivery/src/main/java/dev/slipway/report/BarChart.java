package dev.slipway.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars with their names and values, as SVG. */
final class BarChart {

  private static final int NAME_WIDTH = 300;
  private static final int BAR_WIDTH = 420;
  private static final int VALUE_WIDTH = 160;
  private static final int ROW = 26;
  private static final int LONGEST_NAME = 42;

  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String name, double value, String shown, String kind) {}

  /**
   * Adds a bar.
   *
   * @param name its name
   * @param value how long it is, from 0
   * @param shown the value as it is written
   * @param kind the style class of its color: {@code passed}, {@code failed}, {@code predicted}
   */
  BarChart bar(String name, double value, String shown, String kind) {
    bars.add(new Bar(name, value, shown, kind));
    return this;
  }

  /** Whether there is nothing to be seen. */
  boolean isEmpty() {
    return bars.isEmpty();
  }

  /** The chart. */
  String svg(String title) {
    double most = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    int width = NAME_WIDTH + BAR_WIDTH + VALUE_WIDTH;
    int height = bars.size() * ROW + 4;
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\"><title>%s</title>",
            width,
            height,
            width,
            Html.text(title)));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double length = most == 0 ? 0 : Math.max(1, bar.value() / most * BAR_WIDTH);
      int y = i * ROW;
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"end\"><title>%s</title>%s</text>"
                  + "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>"
                  + "<text class=\"value\" x=\"%.1f\" y=\"%d\">%s</text>",
              NAME_WIDTH - 8,
              y + 17,
              Html.text(bar.name()),
              Html.text(shortened(bar.name())),
              bar.kind(),
              NAME_WIDTH,
              y + 5,
              length,
              ROW - 10,
              NAME_WIDTH + length + 6,
              y + 17,
              Html.text(bar.shown())));
    }
    return svg.append("</svg>").toString();
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
