package dev.slipway.pitr;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a running server tells of where its files are, and of its log.
 *
 * @param settings those that the role may see, by name
 * @param programs the folder of its programs; null where the role may not see it
 * @param sinceArchived how long ago a file of the log was archived at last; null for never
 * @param lastArchived that file
 * @param lastFailed the file that could not be archived since; null where nothing failed
 * @param isStandby whether it is a standby, which archives nothing
 */
record ServerLook(
    Map<String, String> settings,
    @Nullable Path programs,
    @Nullable Duration sinceArchived,
    @Nullable String lastArchived,
    @Nullable String lastFailed,
    boolean isStandby) {

  private static final String SETTINGS =
      """
      select name, setting from pg_catalog.pg_settings
       where name in ('data_directory', 'port', 'server_version_num', 'wal_level', 'archive_mode',
                      'archive_command', 'archive_timeout', 'archive_library')
      """;

  private static final String ARCHIVER =
      """
      select extract(epoch from pg_catalog.clock_timestamp() - last_archived_time),
             last_archived_wal,
             case when last_failed_time > coalesce(last_archived_time, '-infinity')
                  then last_failed_wal end,
             pg_catalog.pg_is_in_recovery()
        from pg_catalog.pg_stat_archiver
      """;

  private static final String PROGRAMS =
      "select setting from pg_catalog.pg_config where name = 'BINDIR'";

  /** Copies the settings. */
  ServerLook {
    settings = Map.copyOf(settings);
  }

  static ServerLook of(Connection connection) throws SQLException {
    Map<String, String> settings = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(SETTINGS)) {
        while (rows.next()) {
          settings.put(rows.getString(1), rows.getString(2));
        }
      }
      Path programs = programs(connection);
      try (ResultSet row = statement.executeQuery(ARCHIVER)) {
        row.next();
        double seconds = row.getDouble(1);
        Duration since = row.wasNull() ? null : Duration.ofMillis((long) (seconds * 1000));
        return new ServerLook(
            settings, programs, since, row.getString(2), row.getString(3), row.getBoolean(4));
      }
    }
  }

  /** Only a superuser may ask for it, which is no reason to fail. */
  private static @Nullable Path programs(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(PROGRAMS)) {
      return row.next() ? Path.of(row.getString(1)) : null;
    } catch (SQLException mayNotAsk) {
      return null;
    }
  }

  /** Where the server's files are; null where the role may not see it. */
  @Nullable Path data() {
    String folder = settings.get("data_directory");
    return folder == null ? null : Path.of(folder);
  }

  int major() {
    return Integer.parseInt(settings.getOrDefault("server_version_num", "0")) / 10_000;
  }
}
