package dev.slipway.cli.command;

import dev.slipway.migration.TimeText;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time on a command line: a number and a unit. */
final class TimeConverter implements ITypeConverter<Duration> {

  @Override
  public Duration convert(String text) {
    Duration time = TimeText.parse(text);
    if (time == null) {
      throw new TypeConversionException(
          "'" + text + "' is no time: write a whole number and ms, s, m or h, such as 10m");
    }
    return time;
  }
}
