package dev.slipway.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as a configuration writes them: {@code 500ms}, {@code 5s}, {@code 30m}, {@code 7d}. */
final class TimeWords {

  private static final Pattern FORM = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");

  private TimeWords() {}

  /** The time; null when the text is none. */
  static @Nullable Duration parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return null;
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
