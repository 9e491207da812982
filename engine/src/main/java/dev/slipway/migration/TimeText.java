package dev.slipway.migration;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time as it is written in directives and options: {@code 500ms}, {@code 2s}, {@code 10m}. */
public final class TimeText {

  private static final Pattern WORDS = Pattern.compile("([0-9]{1,6})\\s*(ms|s|m|min|h)");

  private TimeText() {}

  /** The time; null when the text is none. */
  public static @Nullable Duration parse(String text) {
    Matcher words = WORDS.matcher(text.strip());
    if (!words.matches()) {
      return null;
    }
    long number = Long.parseLong(words.group(1));
    return switch (words.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofMinutes(number);
    };
  }

  /** The time in the largest of these units that shows it whole. */
  public static String of(Duration time) {
    long millis = time.toMillis();
    if (millis % 1000 != 0 || millis == 0) {
      return millis == 0 ? "0s" : millis + "ms";
    }
    long seconds = millis / 1000;
    return seconds % 3600 == 0
        ? seconds / 3600 + "h"
        : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
