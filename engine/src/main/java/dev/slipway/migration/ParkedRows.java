package dev.slipway.migration;

import dev.slipway.dialect.ParkedEntry;
import dev.slipway.dialect.RowsBack;
import dev.slipway.plan.RowCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way back of rows that migrations took. */
final class ParkedRows {

  private final LockedSession session;
  private final ExecutorOptions options;

  ParkedRows(LockedSession session, ExecutorOptions options) {
    this.session = session;
    this.options = options;
  }

  private static Set<String> places(List<ParkedEntry> entries, String migration) {
    Set<String> places = new HashSet<>();
    for (ParkedEntry entry : entries) {
      if (entry.isRows() && migration.equals(entry.migration()) && entry.purgedAt() == null) {
        places.add(entry.place());
      }
    }
    return places;
  }

  /**
   * Throws when something stands in the way of rows that come back. A script that changes rows
   * itself may make room for them, so nothing is asked then.
   *
   * @param others what became of the migrations before; null where none ran
   */
  void require(Part part, @Nullable String others) {
    Set<String> places = places(session.parked(), part.name());
    boolean changesRows =
        part.statements().stream().anyMatch(session.dialect().rowParking()::mayTake);
    if (places.isEmpty() || changesRows || options.rowChecks() == null) {
      return;
    }
    try {
      session.renew();
      List<RowCheck> checks =
          session.dialect().rowParking().questions(session.connection(), places);
      List<RowFinding> findings =
          RowChecker.of(session.dialect(), options).check(session.connection(), checks);
      if (!findings.isEmpty()) {
        throw others == null
            ? RowsViolateException.ofRowsBack(part.name(), findings)
            : RowsViolateException.behind(part.name(), others, findings);
      }
    } catch (SQLException e) {
      throw LockedSession.failed(session.dialect(), "Checking the target's rows", e);
    }
  }

  /** Brings back the rows that a migration took, when its script has run. */
  void bringBack(Connection connection, String migration) throws SQLException {
    Set<String> places = places(session.dialect().ledger().parked(connection), migration);
    if (!places.isEmpty()) {
      for (RowsBack back : session.dialect().rowParking().bringBack(connection, places)) {
        options.progress().broughtBack(back);
      }
    }
  }
}
