package dev.slipway.workspace;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ParkedEntry;
import dev.slipway.dialect.ParkedThing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what is really parked in a database and what its ledger says of that. What the
 * ledger does not know, as when a migration is applied in part, is as old as its label.
 */
final class ParkedReading {

  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

  private ParkedReading() {}

  static List<Parked> read(Dialect dialect, Connection connection, Duration keep)
      throws SQLException {
    Map<String, ParkedEntry> byLabel = new HashMap<>();
    Map<String, ParkedEntry> byName = new HashMap<>();
    for (ParkedEntry entry : dialect.ledger().parked(connection)) {
      byLabel.put(entry.label(), entry);
      byName.put(entry.place(), entry);
    }
    List<Parked> parked = new ArrayList<>();
    for (ParkedThing thing : dialect.parkedStore().find(connection)) {
      ParkedEntry known = byName.get(thing.id().dotted());
      ParkedEntry alike = byLabel.get(thing.label());
      Instant since = alike == null ? timeOf(thing.label()) : alike.since();
      parked.add(
          new Parked(
              known == null ? null : known.object(),
              alike == null ? null : alike.migration(),
              since,
              since.plus(keep),
              thing));
    }
    return parked;
  }

  /** What is no time was written by somebody else, and is left to who names it. */
  private static Instant timeOf(String label) {
    try {
      return LocalDateTime.parse(label, LABEL).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      return Instant.now();
    }
  }

  static boolean isOf(Parked parked, @Nullable String migration) {
    return migration == null || migration.equals(parked.migration());
  }
}
