package dev.slipway.postgres;

import dev.slipway.dialect.Run;
import dev.slipway.dialect.RunRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the executor ever did to a database. */
final class RunLedger {

  private static final String RUN =
      """
      select r.id, r.command, r.run_from, r.tool_version, r.run_by, r.started_at, r.finished_at,
             r.outcome, r.error_code, r.error,
      """;

  private static final String WANTED =
      """

        from slipway.run r
       where ?::bigint is null or r.id = ?
       order by r.id desc
       limit ?
      """;

  /** A promotion works alone, and its states surround its runs. */
  private static final String DEPLOYMENT =
      """
      (select max(s.deployment) from slipway.deployment_step s
        where s.state in ('apply', 'rollback') and s.began_at <= r.started_at
          and (s.ended_at is null or s.ended_at >= r.started_at))
      """;

  private static final String PARTS =
      "select p.run, p.name, p.direction, p.statements, p.milliseconds, p.sql, ";

  private static final String IN_ORDER =
      """

        from slipway.run_part p
       where p.run = any (?)
       order by p.run, p.position
      """;

  private RunLedger() {}

  /**
   * The last runs, the newest last.
   *
   * @param format the ledger's format
   * @param id the one that is wanted; null for any
   */
  static List<RunRecord> read(Connection connection, int format, @Nullable Long id, int most)
      throws SQLException {
    List<RunRecord> runs = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            RUN + (format < PostgresDeployments.SINCE ? "null::bigint" : DEPLOYMENT) + WANTED)) {
      statement.setObject(1, id);
      statement.setObject(2, id);
      statement.setInt(3, most);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          runs.addFirst(run(row));
        }
      }
    }
    Map<Long, List<Run.Part>> parts =
        parts(connection, format, runs.stream().map(RunRecord::id).toArray(Long[]::new));
    return runs.stream()
        .map(each ->
            new RunRecord(
                each.id(),
                each.run(),
                each.role(),
                each.began(),
                each.ended(),
                each.outcome(),
                each.code(),
                each.message(),
                each.deployment(),
                parts.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static RunRecord run(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp(7);
    String outcome = row.getString(8);
    long deployment = row.getLong(11);
    return new RunRecord(
        row.getLong(1),
        new Run(row.getString(2), row.getString(3), row.getString(4)),
        row.getString(5),
        row.getTimestamp(6).toInstant(),
        ended == null ? null : ended.toInstant(),
        outcome.equals("running") ? null : Run.Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
        row.getString(9),
        row.getString(10),
        deployment == 0 ? null : deployment,
        List.of());
  }

  private static Map<Long, List<Run.Part>> parts(Connection connection, int format, Long[] runs)
      throws SQLException {
    Map<Long, List<Run.Part>> parts = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(PARTS + StepLedger.selected(format) + IN_ORDER)) {
      statement.setArray(1, connection.createArrayOf("int8", runs));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          parts
              .computeIfAbsent(row.getLong(1), run -> new ArrayList<>())
              .add(
                  new Run.Part(
                      row.getString(2),
                      Run.Direction.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                      row.getInt(4),
                      Duration.ofMillis(row.getLong(5)),
                      StepLedger.steps(row, 7),
                      row.getString(6)));
        }
      }
    }
    return parts;
  }
}
