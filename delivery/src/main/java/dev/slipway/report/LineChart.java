package dev.slipway.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A figure over time, with its limit, as SVG. */
final class LineChart {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 120;
  private static final int LEFT = 64;
  private static final int BOTTOM = 22;
  private static final int TOP = 10;

  private LineChart() {}

  /**
   * A moment.
   *
   * @param at when
   * @param value what it was; null where it could not be measured, which leaves a gap
   */
  record Point(Instant at, @Nullable Double value) {}

  /**
   * The chart.
   *
   * @param points the moments, in their order; one at least
   * @param limit what is allowed; null for nothing
   */
  static String svg(String title, List<Point> points, @Nullable Double limit, String unit) {
    Instant first = points.getFirst().at();
    double seconds = Math.max(1, seconds(first, points.getLast().at()));
    double most =
        points.stream()
            .map(Point::value)
            .mapToDouble(each -> each == null ? 0 : each)
            .max()
            .orElse(0);
    double top = Math.max(most, limit == null ? 0 : limit);
    double scale = top == 0 ? 1 : top * 1.1;
    var path = new StringBuilder();
    var dots = new StringBuilder();
    boolean isDrawn = false;
    for (Point point : points) {
      Double value = point.value();
      if (value == null) {
        isDrawn = false;
        continue;
      }
      double x = LEFT + seconds(first, point.at()) / seconds * (WIDTH - LEFT - 8);
      double y = y(value, scale);
      path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", isDrawn ? "L" : "M", x, y));
      dots.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"><title>%s:"
                  + " %s</title></circle>",
              limit != null && value > limit ? "failed" : "passed",
              x,
              y,
              Html.text(point.at().toString()),
              Html.text(number(value))));
      isDrawn = true;
    }
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\"><title>%s</title>",
            WIDTH,
            HEIGHT,
            WIDTH,
            Html.text(title)));
    axis(svg, 0, scale);
    axis(svg, top, scale);
    if (limit != null) {
      double y = y(limit, scale);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"limit\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
              LEFT,
              WIDTH - 8,
              y,
              y));
    }
    svg.append("<path class=\"line\" d=\"").append(path.toString().strip()).append("\"/>");
    svg.append(dots);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text class=\"axis\" x=\"%d\" y=\"%d\">%s</text>"
                + "<text class=\"axis\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text></svg>",
            LEFT,
            HEIGHT - 4,
            Html.text(unit),
            WIDTH - 8,
            HEIGHT - 4,
            Html.text(number(seconds) + " s")));
    return svg.toString();
  }

  private static void axis(StringBuilder svg, double value, double scale) {
    double y = y(value, scale);
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>"
                + "<text class=\"axis\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
            LEFT,
            WIDTH - 8,
            y,
            y,
            LEFT - 6,
            y + 4,
            number(value)));
  }

  private static double y(double value, double scale) {
    return HEIGHT - BOTTOM - value / scale * (HEIGHT - BOTTOM - TOP);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
