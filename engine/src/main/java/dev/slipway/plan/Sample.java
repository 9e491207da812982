package dev.slipway.plan;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How many rows of each table are asked instead of all, and which. */
public sealed interface Sample {

  /** Tables up to so many rows are asked whole: a part of them says little, and saves nothing. */
  long WHOLE = 10_000;

  /** What tells one sample from another of the same size; the same one has the same rows. */
  long seed();

  /** The part of a table with so many rows that is asked, in percent; 100 for all of it. */
  double percentOf(long rows);

  /** As it is written: {@code 1%}, {@code 100000}. */
  String text();

  /**
   * A part of each table.
   *
   * @param percent more than 0, at most 100
   * @param seed what tells one sample from another
   */
  record Percent(BigDecimal percent, long seed) implements Sample {
    @Override
    public double percentOf(long rows) {
      return rows <= WHOLE ? 100 : percent.doubleValue();
    }

    @Override
    public String text() {
      return percent.toPlainString() + "%";
    }
  }

  /**
   * About so many rows of each table.
   *
   * @param rows at least 1
   * @param seed what tells one sample from another
   */
  record Rows(long rows, long seed) implements Sample {
    @Override
    public double percentOf(long all) {
      return all <= Math.max(rows, WHOLE) ? 100 : 100.0 * rows / all;
    }

    @Override
    public String text() {
      return Long.toString(rows);
    }
  }

  /** A sample as a person writes it, with a percent sign or without; null where it is none. */
  static @Nullable Sample parse(String text, long seed) {
    if (Texts.PERCENT.matcher(text).matches()) {
      var percent = new BigDecimal(text.substring(0, text.length() - 1));
      return percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0
          ? new Percent(percent, seed)
          : null;
    }
    return Texts.ROWS.matcher(text).matches() ? new Rows(Long.parseLong(text), seed) : null;
  }

  /** What samples look like. */
  final class Texts {
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?%");
    private static final Pattern ROWS = Pattern.compile("[1-9][0-9]{0,14}");

    private Texts() {}
  }
}
