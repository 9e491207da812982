package dev.slipway.workspace;

import dev.slipway.dialect.Dialect;
import dev.slipway.migration.History;
import dev.slipway.migration.Migration;
import dev.slipway.migration.RowChecker;
import dev.slipway.migration.RowDemands;
import dev.slipway.migration.RowFinding;
import dev.slipway.sample.Samples;
import dev.slipway.sample.SeenRows;
import dev.slipway.sample.Style;
import dev.slipway.sample.Unfilled;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A database of the shadow with generated rows, at the place in a history where it stands. Not
 * thread-safe.
 */
final class ShadowRows implements AutoCloseable {

  private static final Duration LONGEST_QUESTION = Duration.ofMinutes(1);

  private final Dialect dialect;
  private final History history;
  private final ShadowDatabase database;
  private final ShadowRuns runs;
  private final Samples samples;
  private final SeenRows seen;
  private int now;

  private ShadowRows(
      Dialect dialect, Shadow shadow, History history, ShadowDatabase database, Style style)
      throws SQLException {
    this.dialect = dialect;
    this.history = history;
    this.database = database;
    this.runs = new ShadowRuns(dialect, shadow, database);
    this.samples = new Samples(database.connection(), style);
    this.seen = new SeenRows(database.connection());
    this.now = seen.look();
  }

  /**
   * Opens one at which the first migrations are applied, without generated rows.
   *
   * @param applied how many
   * @param style how rows are made
   */
  static ShadowRows at(Dialect dialect, Shadow shadow, History history, int applied, Style style)
      throws SQLException {
    ShadowDatabase database = shadow.create();
    try {
      if (applied > 0) {
        String last = history.migrations().get(applied - 1).name();
        try (var runs = new ShadowRuns(dialect, shadow, database)) {
          runs.run(executor -> executor.migrate(history, last));
        }
      }
      return new ShadowRows(dialect, shadow, history, database, style);
    } catch (RuntimeException | SQLException e) {
      database.close();
      throw e;
    }
  }

  ShadowDatabase database() {
    return database;
  }

  ShadowRuns runs() {
    return runs;
  }

  SeenRows seen() {
    return seen;
  }

  int made() {
    return samples.made();
  }

  /** When rows were looked at last. */
  int now() {
    return now;
  }

  /** Looks at the rows, and forgets when it did so before. */
  int look() throws SQLException {
    int before = now;
    now = seen.look();
    seen.forget(before);
    return now;
  }

  /** The tables that hold rows. */
  Set<String> held() throws SQLException {
    return seen.held(now);
  }

  /** Makes rows where there are none. */
  List<Unfilled> fill() throws SQLException {
    int before = samples.changes();
    List<Unfilled> unfilled = samples.fill(held());
    if (samples.changes() > before) {
      look();
    }
    return unfilled;
  }

  /**
   * Makes rows otherwise until they fulfil what a generated migration demands of them.
   *
   * @return the demand that they don't fulfil in any way; null where they fulfil all
   */
  @Nullable String fit(Migration migration) throws SQLException {
    RowDemands demands = migration.manifest().rows();
    if (demands == null || !demands.areOf(migration.up())) {
      return null;
    }
    var checker = new RowChecker(dialect, LONGEST_QUESTION);
    List<RowFinding> findings = checker.check(database.connection(), demands.checks());
    boolean isAnother = true;
    while (!findings.isEmpty() && isAnother) {
      isAnother =
          samples.otherwise(
              findings.stream()
                  .flatMap(finding -> finding.check().reads().stream())
                  .collect(Collectors.toSet()));
      if (isAnother) {
        look();
        findings = checker.check(database.connection(), demands.checks());
      }
    }
    return findings.isEmpty() ? null : findings.getFirst().check().demand();
  }

  void forth(Migration migration) {
    runs.run(executor -> executor.migrate(history, migration.name()));
  }

  @Override
  public void close() {
    runs.close();
    database.close();
  }
}
