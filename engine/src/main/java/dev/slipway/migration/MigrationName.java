package dev.slipway.migration;

import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Parking;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a migration's folder: {@code 20261121101500_add_message_seq}, a UTC time to the
 * second and what the migration does.
 *
 * @param time when it was generated, in UTC
 * @param slug what it does: words of lower-case letters and digits, joined by underscores
 */
public record MigrationName(LocalDateTime time, String slug) {

  private static final Pattern NAME = Pattern.compile("(\\d{14})_([a-z0-9]+(?:_[a-z0-9]+)*)");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int MAX_SLUG = 80;

  /** Whether a text has the form of a migration's name. */
  public static boolean isValid(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches() || matcher.group(2).length() > MAX_SLUG) {
      return false;
    }
    try {
      TIME.parse(matcher.group(1));
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /**
   * The name of the next migration: later than every other, even when they were generated within
   * one second or by a clock that is ahead.
   *
   * @param clock what time it is
   * @param words what it does, as the user wrote it: {@code Add message seq}
   * @param others the names that are there
   * @throws SlipwayException when the words can't be part of a folder's name
   */
  public static MigrationName next(Clock clock, String words, Collection<String> others) {
    LocalDateTime time =
        LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.SECONDS);
    for (String other : others) {
      Matcher matcher = NAME.matcher(other);
      if (matcher.matches()) {
        LocalDateTime taken = LocalDateTime.parse(matcher.group(1), TIME);
        if (!time.isAfter(taken)) {
          time = taken.plusSeconds(1);
        }
      }
    }
    return new MigrationName(time, slug(words));
  }

  /**
   * A name at the time of another.
   *
   * @param other the name of a migration
   * @param words what it does, as the user wrote it
   * @throws SlipwayException when the words can't be part of a folder's name
   */
  public static MigrationName at(String other, String words) {
    Matcher matcher = NAME.matcher(other);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(other + " is no name of a migration");
    }
    return new MigrationName(LocalDateTime.parse(matcher.group(1), TIME), slug(words));
  }

  private static String slug(String words) {
    String slug = words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    if (!SLUG.matcher(slug).matches() || slug.length() > MAX_SLUG) {
      throw new SlipwayException(
          MigrationError.BAD_MIGRATION_NAME,
          "\"" + words + "\" can't be the name of a migration.",
          "Use up to "
              + MAX_SLUG
              + " letters a to z, digits and underscores between them: add_message_seq.");
    }
    return slug;
  }

  @Override
  public String toString() {
    return TIME.format(time) + "_" + slug;
  }

  /** The same time with the words of another name. */
  public MigrationName saying(MigrationName other) {
    return new MigrationName(time, other.slug);
  }

  /** By which what a migration parks is known: the digits of its name; null where it has none. */
  static @Nullable String label(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /** The names of what it parks. */
  public Parking parking() {
    return parking(time);
  }

  /** The names of what is parked at a time, in UTC. */
  public static Parking parking(LocalDateTime time) {
    return new Parking(TIME.format(time));
  }
}
