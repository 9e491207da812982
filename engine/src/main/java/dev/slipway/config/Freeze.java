package dev.slipway.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Days on which an environment is not changed.
 *
 * @param from the first of them, by UTC
 * @param to the last of them
 * @param reason why
 */
public record Freeze(LocalDate from, LocalDate to, String reason) {

  /** Whether a moment is on one of them. */
  public boolean holds(Instant at) {
    LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
