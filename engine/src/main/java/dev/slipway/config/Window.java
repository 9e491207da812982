package dev.slipway.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the week in which an environment may be changed: {@code Mon-Thu 09:00-16:00
 * Europe/Berlin}. One that ends before it begins goes on after midnight; the day is that of its
 * beginning.
 *
 * @param text as it was written
 * @param days the days on which it begins
 * @param from when it begins
 * @param to when it ends, which is no part of it
 * @param zone where that is
 */
public record Window(String text, Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z,\\-]+) ([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})(?: (\\S+))?");
  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final int DAYS_AHEAD = 8;

  /** Copies the days. */
  public Window {
    days = Set.copyOf(days);
  }

  /** The hours that a text says; null when it says none. */
  static @Nullable Window parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return null;
    }
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : form.group(1).split(",", -1)) {
      if (!add(days, part)) {
        return null;
      }
    }
    try {
      LocalTime from = LocalTime.parse(form.group(2));
      LocalTime to = LocalTime.parse(form.group(3));
      ZoneId zone = ZoneId.of(form.group(4) == null ? "UTC" : form.group(4));
      return from.equals(to) ? null : new Window(text, days, from, to, zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean add(Set<DayOfWeek> days, String part) {
    String[] ends = part.split("-", -1);
    int first = NAMES.indexOf(ends[0].toLowerCase(Locale.ROOT));
    int last = NAMES.indexOf(ends[ends.length - 1].toLowerCase(Locale.ROOT));
    if (first < 0 || last < 0 || ends.length > 2) {
      return false;
    }
    for (int day = first; ; day = (day + 1) % NAMES.size()) {
      days.add(DayOfWeek.of(day + 1));
      if (day == last) {
        return true;
      }
    }
  }

  /** Whether a moment is in it. */
  public boolean isOpen(Instant at) {
    ZonedDateTime here = at.atZone(zone);
    LocalTime time = here.toLocalTime();
    if (from.isBefore(to)) {
      return days.contains(here.getDayOfWeek()) && !time.isBefore(from) && time.isBefore(to);
    }
    return (days.contains(here.getDayOfWeek()) && !time.isBefore(from))
        || (days.contains(here.getDayOfWeek().minus(1)) && time.isBefore(to));
  }

  /** When it opens next after a moment at which it is closed. */
  public Instant next(Instant after) {
    ZonedDateTime here = after.atZone(zone);
    for (int ahead = 0; ahead < DAYS_AHEAD; ahead++) {
      ZonedDateTime opens = here.toLocalDate().plusDays(ahead).atTime(from).atZone(zone);
      if (days.contains(opens.getDayOfWeek()) && opens.toInstant().isAfter(after)) {
        return opens.toInstant();
      }
    }
    throw new IllegalStateException("a week without the day of " + text);
  }
}
