package dev.slipway.promotion;

import dev.slipway.config.ManagedServer;
import dev.slipway.config.PitrSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where an environment's server was before a promotion changed anything: what a restore to a point
 * in time is asked for.
 *
 * @param at the time by the server's own clock
 * @param position the position in the server's log; null where it does not tell
 */
record ReturnPoint(String at, @Nullable String position) {

  static ReturnPoint of(Course course) {
    String at = course.now().truncatedTo(ChronoUnit.MILLIS).toString();
    return new ReturnPoint(at, course.read(ReturnPoint::position).orElse(null));
  }

  /**
   * Reads it from what the state {@code backup} kept; null where that has none, as of an older
   * version.
   */
  static @Nullable ReturnPoint of(String kept) {
    JsonNode point = Documents.tree(kept).path("returnTo");
    return point.isObject() ? Documents.read(point.toString(), ReturnPoint.class) : null;
  }

  /** The time, and where the log was. */
  String moment() {
    return at + (position == null ? "" : ", its log at " + position);
  }

  /** Servers that keep their log in another way may not tell; the time alone does, too. */
  private static Optional<String> position(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select pg_catalog.pg_current_wal_lsn()")) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    } catch (SQLException notTold) {
      return Optional.empty();
    }
  }

  /** What a person is told of it, where what was applied can't be taken back otherwise. */
  String words(String environment, PitrSettings settings) {
    ManagedServer provider = settings.provider();
    String way =
        provider != null
            ? "\n  " + provider.title() + ": " + provider.way(at)
            : settings.equals(PitrSettings.standard(environment))
                ? ""
                : "\n  slipway backup pitr restore " + environment + " --to " + at + " --into DIR";
    return "\nBefore anything was applied the server's clock said "
        + moment()
        + ": the point to restore to."
        + way;
  }
}
