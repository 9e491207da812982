package dev.slipway.migration;

import dev.slipway.dialect.ParkedEntry;
import dev.slipway.dialect.RowParking;
import dev.slipway.error.SlipwayException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Refuses to take back what can't be taken back. */
final class WayBack {

  private WayBack() {}

  /**
   * @param migrations what is to be taken back
   * @param allowed the names of those that may lose data for good
   * @param parking what tells which statements take rows that come back
   */
  static void require(List<Migration> migrations, Set<String> allowed, RowParking parking) {
    var lost = new ArrayList<String>();
    for (Migration migration : migrations) {
      List<String> reasons = migration.irreversible();
      if (!allowed.contains(migration.name())) {
        reasons.forEach(reason -> lost.add("  " + migration.name() + ": " + reason));
      }
      boolean isMute =
          migration.down().irreversible().isEmpty()
              && migration.down().statements().isEmpty()
              && !bringsAllBack(migration, parking);
      if (isMute) {
        throw new MigrationFileException(
            MigrationError.NO_WAY_BACK,
            migration.down().file()
                + " has no statement, so "
                + migration.name()
                + " would count as taken back while everything it did stays.",
            "Write a new migration that undoes it. While it is applied nowhere, write down.sql, or"
                + " say there what is lost: \"-- slipway: irreversible: REASON\".",
            null,
            migration.down().file(),
            null);
      }
    }
    if (!lost.isEmpty()) {
      throw new SlipwayException(
          MigrationError.IRREVERSIBLE,
          "Taking these migrations back does not bring back the data they lost:\n"
              + String.join("\n", lost),
          "Add --accept-loss NAME for each if the structure alone is wanted back; the data is in a"
              + " backup or nowhere.");
    }
  }

  /** Whether it does nothing but take rows that come back by themselves. */
  private static boolean bringsAllBack(Migration migration, RowParking parking) {
    Part part = Part.up(migration);
    return IntStream.range(0, part.statements().size())
        .allMatch(i -> part.label(i) != null && parking.onlyTakes(part.statements().get(i)));
  }

  /**
   * Refuses what only brings back what is not there any more.
   *
   * @param migrations what is to be taken back
   * @param parked what the ledger says of what was parked
   * @param allowed the names of those that may lose data for good: without rows the structure comes
   *     back nevertheless
   */
  static void requireUnpurged(
      List<Migration> migrations, List<ParkedEntry> parked, Set<String> allowed) {
    var gone = new ArrayList<String>();
    for (Migration migration : migrations) {
      for (ParkedEntry entry : parked) {
        boolean isAllowed = allowed.contains(migration.name()) && entry.isRows();
        if (migration.name().equals(entry.migration()) && entry.purgedAt() != null && !isAllowed) {
          gone.add(
              "  " + migration.name() + ": " + entry.object() + ", purged at " + entry.purgedAt());
        }
      }
    }
    if (!gone.isEmpty()) {
      throw new SlipwayException(
          MigrationError.IRREVERSIBLE,
          "These migrations can't be taken back, since what they parked is purged:\n"
              + String.join("\n", gone)
              + "\nNothing ran.",
          "Write a new migration that creates again what is wanted; the data is in a backup or"
              + " nowhere.");
    }
  }
}
