package dev.slipway.cli.command;

import dev.slipway.migration.ExecutorOptions;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of commands that ask rows. */
final class CheckTimeout {

  @Option(
      names = "--check-timeout",
      paramLabel = "TIME",
      converter = Words.class,
      description = "how long one question to the rows may take: 90s, 10m, 2h; 5m if left out")
  @Nullable Duration timeout;

  /** The options of a run with the time that was given. */
  ExecutorOptions apply(ExecutorOptions options) {
    return timeout == null ? options : options.withRowChecks(timeout);
  }

  /** A number and a unit. */
  static final class Words implements ITypeConverter<Duration> {

    private static final Pattern WORDS = Pattern.compile("([1-9][0-9]{0,5})(s|m|h)");

    @Override
    public Duration convert(String text) {
      Matcher words = WORDS.matcher(text);
      if (!words.matches()) {
        throw new TypeConversionException(
            "'" + text + "' is no time: write a whole number and s, m or h, such as 10m");
      }
      long number = Long.parseLong(words.group(1));
      return switch (words.group(2)) {
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        default -> Duration.ofHours(number);
      };
    }
  }
}
