package dev.slipway.migration;

import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.RowCheck;
import dev.slipway.plan.Sample;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a plan's questions to the rows of a target, all in one snapshot and without writing.
 * Immutable and thread-safe.
 */
public final class RowChecker {

  private static final String NOTHING_RAN = "Rows were asked, nothing ran.";
  private static final int SAMPLES = 5;
  private static final int LONGEST_VALUE = 80;

  private final Dialect dialect;
  private final @Nullable Duration timeout;
  private final Progress progress;
  private final Cancellation cancellation;
  private final @Nullable Sample sample;

  private RowChecker(
      Dialect dialect,
      @Nullable Duration timeout,
      Progress progress,
      Cancellation cancellation,
      @Nullable Sample sample) {
    this.dialect = dialect;
    this.timeout = timeout;
    this.progress = progress;
    this.cancellation = cancellation;
    this.sample = sample;
  }

  /**
   * One that tells nobody.
   *
   * @param dialect the target's engine
   * @param timeout how long each question may take
   */
  public RowChecker(Dialect dialect, Duration timeout) {
    this(dialect, timeout, Progress.SILENT, new Cancellation(), null);
  }

  /**
   * One that does as a run does.
   *
   * @param dialect the target's engine
   * @param options how long each question may take, who is told what is asked, and who can stop it
   */
  public static RowChecker of(Dialect dialect, ExecutorOptions options) {
    return new RowChecker(
        dialect, options.rowChecks(), options.progress(), options.cancellation(), null);
  }

  /** The same that asks a part of the rows; null for all. */
  RowChecker sampling(@Nullable Sample sample) {
    return new RowChecker(dialect, timeout, progress, cancellation, sample);
  }

  /**
   * Asks the target over a connection of its own.
   *
   * @return those that do not hold
   * @throws SlipwayException when a question can't be answered
   */
  public List<RowFinding> check(Target target, List<RowCheck> checks) {
    return told(ask(target, checks));
  }

  /**
   * Asks the target over a connection of its own, and tells nobody whether rows are hidden.
   *
   * @throws SlipwayException when a question can't be answered
   */
  RowAnswers ask(Target target, List<RowCheck> checks) {
    if (checks.isEmpty() || timeout == null) {
      return RowAnswers.NONE;
    }
    try (Connection connection = target.connect("row checks")) {
      return ask(connection, checks);
    } catch (SQLException e) {
      throw LockedSession.failed(dialect, "Checking the target's rows", e);
    }
  }

  /**
   * Asks over a connection in auto-commit mode, and leaves it so.
   *
   * @return those that do not hold
   * @throws SlipwayException when a question can't be answered
   */
  public List<RowFinding> check(Connection connection, List<RowCheck> checks) throws SQLException {
    return told(ask(connection, checks));
  }

  private List<RowFinding> told(RowAnswers answers) {
    if (!answers.hidden().isEmpty()) {
      progress.hidden(answers.hidden());
    }
    return answers.findings();
  }

  private RowAnswers ask(Connection connection, List<RowCheck> checks) throws SQLException {
    if (checks.isEmpty() || timeout == null) {
      return RowAnswers.NONE;
    }
    var findings = new ArrayList<RowFinding>();
    Set<ObjectId> read = new LinkedHashSet<>();
    checks.forEach(check -> read.addAll(check.reads()));
    dialect.transactions().beginReadOnly(connection, timeout);
    try {
      List<ObjectId> hidden = dialect.tableSizes().hidden(connection, read);
      Sampling sampling = sample == null ? null : Sampling.of(dialect, sample, connection, read);
      for (int i = 0; i < checks.size(); i++) {
        RowCheck check = checks.get(i);
        cancellation.check(NOTHING_RAN);
        progress.asking(check, i + 1, checks.size());
        RowFinding finding = ask(connection, sampling == null ? check : sampling.asked(check));
        if (finding != null) {
          findings.add(
              new RowFinding(
                  check,
                  finding.count(),
                  finding.samples(),
                  /* sampled= */ !finding.check().equals(check)));
        }
      }
      return new RowAnswers(findings, hidden, sampling == null ? null : sampling.told(connection));
    } finally {
      dialect.transactions().rollback(connection);
    }
  }

  private @Nullable RowFinding ask(Connection connection, RowCheck check) {
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      if (!cancellation.enter(statement)) {
        cancellation.check(NOTHING_RAN);
      }
      try {
        return ask(statement, check);
      } finally {
        cancellation.leave();
      }
    } catch (SQLException e) {
      cancellation.check(NOTHING_RAN);
      throw failed(check, e);
    }
  }

  private static @Nullable RowFinding ask(Statement statement, RowCheck check) throws SQLException {
    if (check.trySql() != null) {
      statement.execute(check.trySql());
    }
    long count;
    try (ResultSet rows = statement.executeQuery(check.countSql())) {
      count = rows.next() ? rows.getLong(1) : 0;
    }
    return count > 0 ? new RowFinding(check, count, samples(statement, check)) : null;
  }

  private static List<String> samples(Statement statement, RowCheck check) throws SQLException {
    var samples = new ArrayList<String>();
    statement.setMaxRows(SAMPLES);
    try (ResultSet rows = statement.executeQuery(check.sampleSql())) {
      ResultSetMetaData columns = rows.getMetaData();
      while (rows.next()) {
        var values = new ArrayList<String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          values.add(columns.getColumnLabel(i) + " = " + shorten(rows, i));
        }
        samples.add(String.join(", ", values));
      }
    }
    return samples;
  }

  private static String shorten(ResultSet rows, int column) throws SQLException {
    String value = String.valueOf(rows.getString(column));
    return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
  }

  private SlipwayException failed(RowCheck check, SQLException e) {
    ServerError error = dialect.transactions().explain(e);
    boolean isSlow = error.kind() == ServerError.Kind.CANCELED;
    return new SlipwayException(
        MigrationError.ROW_CHECK_FAILED,
        "Whether "
            + check.demand()
            + " could not be found out: "
            + (isSlow
                ? "it took longer than " + seconds() + " s."
                : error.message() + " (SQLSTATE " + error.state() + ")."),
        isSlow
            ? "Try when the target is less busy, or with a longer timeout. Nothing ran."
            : "Mend what the server names. Nothing ran.",
        e);
  }

  private long seconds() {
    return timeout == null ? 0 : timeout.toSeconds();
  }
}
