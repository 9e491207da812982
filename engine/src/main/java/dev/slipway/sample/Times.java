package dev.slipway.sample;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Values of dates and times (manual, 8.5), some years ago, later the greater the number is. */
final class Times {

  private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
  private static final LocalDate OLD = LocalDate.of(1990, 1, 1);
  private static final LocalDate FAR = LocalDate.of(2099, 1, 1);
  private static final LocalTime TIME = LocalTime.of(8, 15, 30);

  private Times() {}

  static @Nullable String of(SampleType type, Draw draw) {
    return switch (type.plain()) {
      case "date" -> day(draw).toString();
      case "timestamp" -> day(draw) + " " + time(draw);
      case "timestamptz" -> day(draw) + " " + time(draw) + "+00";
      case "time" -> time(draw).toString();
      case "timetz" -> time(draw) + "+00";
      case "interval" -> (draw.number() + 1) + (draw.roll() % 2 == 0 ? " hours" : " days");
      default -> null;
    };
  }

  private static LocalDate day(Draw draw) {
    LocalDate from =
        switch (draw.roll() % 3) {
          case 0 -> DAY;
          case 1 -> OLD;
          default -> FAR;
        };
    return from.plusDays(draw.number());
  }

  private static LocalTime time(Draw draw) {
    return TIME.plusMinutes(draw.number());
  }
}
