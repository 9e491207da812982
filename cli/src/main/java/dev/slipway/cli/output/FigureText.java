package dev.slipway.cli.output;

import dev.slipway.watch.Figure.Unit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures with their units: {@code 2%}, {@code 310 ms}, {@code 2.5x}. */
public final class FigureText {

  private FigureText() {}

  /** A value; {@code unknown} where there is none. */
  public static String of(@Nullable Double value, Unit unit) {
    if (value == null) {
      return "unknown";
    }
    return switch (unit) {
      case COUNT -> number(value);
      case SHARE -> number(value * 100) + "%";
      case MILLISECONDS -> number(value) + "ms";
      case FACTOR -> number(value) + "x";
    };
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
