package dev.slipway.pitr;

import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.ToolVersion;
import dev.slipway.stamp.EnvironmentStamp;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That every database of a restored server says of itself that it is a copy: it has the system
 * identifier and the oids of its original, by which it would be taken for that.
 *
 * @param marked the databases that had a stamp
 * @param unmarked those that the role may not enter
 * @param reached when the last transaction was committed that was replayed; null where none was
 * @param timeline which line of history the server has begun
 */
record CopyMarks(
    List<String> marked, List<String> unmarked, @Nullable Instant reached, long timeline) {

  private static final String DATABASES =
      """
      select datname, pg_catalog.has_database_privilege(datname, 'connect')
        from pg_catalog.pg_database
       where datallowconn and not datistemplate order by datname collate "C"
      """;

  private static final String REACHED =
      """
      select pg_catalog.pg_last_xact_replay_timestamp(),
             pg_catalog.left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_lsn()), 8)
      """;

  static CopyMarks write(Dialect dialect, RunningCopy copy, String reason) {
    List<String> marked = new ArrayList<>();
    List<String> unmarked = new ArrayList<>();
    try (Connection connection = dialect.connect(copy.url(copy.database()), "pitr")) {
      List<String> names = new ArrayList<>();
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(DATABASES)) {
        while (rows.next()) {
          (rows.getBoolean(2) ? names : unmarked).add(rows.getString(1));
        }
      }
      for (String name : names) {
        try (Connection each = dialect.connect(copy.url(name), "pitr")) {
          if (EnvironmentStamp.markCopy(each, reason, from(), ToolVersion.current())) {
            marked.add(name);
          }
        }
      }
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(REACHED)) {
        row.next();
        OffsetDateTime reached = row.getObject(1, OffsetDateTime.class);
        return new CopyMarks(
            marked,
            unmarked,
            reached == null ? null : reached.toInstant(),
            Long.parseLong(row.getString(2), 16));
      }
    } catch (SlipwayException e) {
      throw notMarked(e.what(), e);
    } catch (SQLException e) {
      throw notMarked(e.getMessage() + ".", e);
    }
  }

  private static SlipwayException notMarked(String why, Exception cause) {
    return new SlipwayException(
        PitrError.PITR_COPY_NOT_MARKED,
        "It can't be written into the restored server that it is a copy, so it is not kept: " + why,
        "Use the role that wrote the stamp, or a superuser, with the password that it had then.",
        cause);
  }

  private static String from() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "unknown";
    }
    return System.getProperty("user.name", "unknown") + "@" + host;
  }
}
