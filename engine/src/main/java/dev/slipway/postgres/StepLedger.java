package dev.slipway.postgres;

import dev.slipway.dialect.Run;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What each statement of a run cost, as three lists beside what its transaction cost: a row for
 * each would make small migrations slower.
 */
final class StepLedger {

  /** The format that has it. */
  static final int SINCE = 6;

  /** Lists that are constants at first change no row (manual: ALTER TABLE, Notes). */
  static final String COLUMNS =
      """
      alter table slipway.run_part
        add column step_numbers integer[] not null default '{}',
        add column step_milliseconds bigint[] not null default '{}',
        add column step_lock_wait_milliseconds bigint[] not null default '{}'
      """;

  private static final String LISTS =
      "p.step_numbers, p.step_milliseconds, p.step_lock_wait_milliseconds";

  /** A migration that was taken back and applied again has the cost of the last time. */
  private static final String APPLIED =
      """
      select m.name, %s
        from slipway.migration m
        join slipway.run_part p on p.name = m.name and p.direction = 'up'
       where p.run > coalesce((select pg_catalog.max(d.run) from slipway.run_part d
                                where d.name = m.name and d.direction = 'down'), 0)
       order by m.position, p.run, p.position
      """
          .formatted(LISTS);

  private StepLedger() {}

  /** What is to be selected of a part of a run, in a ledger of a format. */
  static String selected(int format) {
    return format < SINCE ? "null::integer[], null::bigint[], null::bigint[]" : LISTS;
  }

  /** Sets three parameters. */
  static void set(
      Connection connection, PreparedStatement statement, int first, List<Run.Step> steps)
      throws SQLException {
    statement.setArray(first, array(connection, "int4", steps, Run.Step::number));
    statement.setArray(first + 1, array(connection, "int8", steps, s -> s.duration().toMillis()));
    statement.setArray(first + 2, array(connection, "int8", steps, s -> s.waited().toMillis()));
  }

  private static java.sql.Array array(
      Connection connection, String type, List<Run.Step> steps, Function<Run.Step, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, steps.stream().map(value).toArray());
  }

  /** Reads three columns. */
  static List<Run.Step> steps(ResultSet row, int first) throws SQLException {
    if (row.getArray(first) == null) {
      return List.of();
    }
    Integer[] numbers = (Integer[]) row.getArray(first).getArray();
    Long[] durations = (Long[]) row.getArray(first + 1).getArray();
    Long[] waited = (Long[]) row.getArray(first + 2).getArray();
    List<Run.Step> steps = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      steps.add(
          new Run.Step(numbers[i], Duration.ofMillis(durations[i]), Duration.ofMillis(waited[i])));
    }
    return steps;
  }

  /** Those of all migrations that are applied. */
  static Map<String, List<Run.Step>> applied(Connection connection) throws SQLException {
    Map<String, List<Run.Step>> applied = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(APPLIED)) {
      while (row.next()) {
        applied.computeIfAbsent(row.getString(1), name -> new ArrayList<>()).addAll(steps(row, 2));
      }
    }
    return applied;
  }
}
