package dev.slipway.verification;

import dev.slipway.migration.TimeText;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Expectations as they are written behind {@code expect:}. */
final class ExpectationText {

  static final String FORMS =
      "no rows, rows, 5 rows, value TEXT, row A | B, index NAME, no scan of SCHEMA.TABLE, or under"
          + " 10ms in 5 runs";

  private static final Pattern COUNT = Pattern.compile("(\\d{1,18}) rows?");
  private static final Pattern VALUE = Pattern.compile("value (.*)");
  private static final Pattern ROW = Pattern.compile("row (.*)");
  private static final Pattern INDEX = Pattern.compile("index (\\S+)");
  private static final Pattern SCAN = Pattern.compile("no scan of ([^.\\s]+\\.\\S+)");
  private static final Pattern UNDER = Pattern.compile("under (\\S+)(?: in (\\d{1,4}) runs)?");
  private static final int RUNS = 5;

  private ExpectationText() {}

  /** What a text says; null where it says nothing that is known. */
  static @Nullable Expectation parse(String text) {
    if (text.equals("no rows")) {
      return new Expectation.NoRows();
    }
    if (text.equals("rows")) {
      return new Expectation.SomeRows();
    }
    Matcher words = COUNT.matcher(text);
    if (words.matches()) {
      return new Expectation.RowCount(Long.parseLong(words.group(1)));
    }
    words = VALUE.matcher(text);
    if (words.matches()) {
      return new Expectation.Value(words.group(1).strip());
    }
    words = ROW.matcher(text);
    if (words.matches()) {
      return new Expectation.Rows(List.of(RowText.normal(words.group(1))));
    }
    words = INDEX.matcher(text);
    if (words.matches()) {
      return new Expectation.ReadsIndex(words.group(1));
    }
    words = SCAN.matcher(text);
    if (words.matches()) {
      return new Expectation.NoScan(words.group(1));
    }
    words = UNDER.matcher(text);
    Duration limit = words.matches() ? TimeText.parse(words.group(1)) : null;
    if (limit == null) {
      return null;
    }
    String runs = words.group(2);
    return new Expectation.Under(limit, runs == null ? RUNS : Math.max(1, Integer.parseInt(runs)));
  }
}
