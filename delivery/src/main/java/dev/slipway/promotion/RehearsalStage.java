package dev.slipway.promotion;

import dev.slipway.backup.Backup;
import dev.slipway.backup.RestoreOptions;
import dev.slipway.config.PromotionPolicy;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.Progress;
import dev.slipway.migration.Target;
import dev.slipway.migration.TimeText;
import dev.slipway.plan.WeighedHazard;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the migrations on a throw-away server of the environment's major version: with its schema,
 * or with its data as the newest backup has them. How long they take on the environment itself is
 * predicted by the sizes of its tables.
 */
final class RehearsalStage implements Stage {

  /**
   * What a rehearsal measured.
   *
   * @param on {@code schema}, or the backup that it ran on
   * @param costs what each migration cost there
   * @param walBytes how much was written to the server's log meanwhile
   * @param predicted what is predicted for the environment
   */
  record Rehearsed(
      String on, List<MeasuredProgress.Cost> costs, long walBytes, Prediction predicted) {}

  /**
   * What is predicted.
   *
   * @param milliseconds how long all migrations take
   * @param longestLockMilliseconds how long the longest lock that keeps others away is held
   * @param parts what takes how long, in words
   */
  record Prediction(long milliseconds, long longestLockMilliseconds, List<String> parts) {

    Prediction {
      parts = List.copyOf(parts);
    }
  }

  @Override
  public State state() {
    return State.REHEARSAL;
  }

  @Override
  public Found run(Course course, Earlier earlier) {
    Rehearsed done = null;
    Gate rehearsal;
    try {
      done = rehearse(course);
      rehearsal =
          Gate.green(
              GateName.REHEARSAL,
              done == null ? "no rehearsal is demanded" : "ran on " + done.on(),
              done == null
                  ? List.of()
                  : done.costs().stream()
                      .map(cost -> cost.name() + ": " + cost.milliseconds() + " ms")
                      .toList());
    } catch (SlipwayException e) {
      rehearsal =
          Gate.red(GateName.REHEARSAL, "the migrations failed on a copy", List.of(e.what()));
    }
    List<Gate> gates = new ArrayList<>();
    gates.add(rehearsal.with(course.plan().waivers()));
    gates.add(performance(course, done == null ? predict(course, List.of()) : done.predicted()));
    Found found = Found.of(gates);
    String says = found.isPassed() ? gates.getFirst().says() : found.says();
    return new Found(
        found.outcome(),
        says,
        gates,
        done == null ? new Found.Gates(says, gates) : new Kept(says, gates, done));
  }

  /** What is kept of it. */
  record Kept(String says, List<Gate> gates, Rehearsed details) {}

  /** The gates before it was done. */
  static List<Gate> ahead(Course course) {
    return List.of(
        Gate.green(
            GateName.REHEARSAL,
            switch (course.policy().rehearse()) {
              case NONE -> "no rehearsal is demanded";
              case SCHEMA -> "will run on a shadow with this schema";
              case DATA -> "will run on a copy restored from the newest backup";
            },
            List.of()),
        performance(course, predict(course, List.of())));
  }

  private static Gate performance(Course course, Prediction predicted) {
    Duration lock = course.policy().longestLock();
    Duration run = course.policy().longestRun();
    List<String> over = new ArrayList<>();
    if (lock != null && predicted.longestLockMilliseconds() > lock.toMillis()) {
      over.add(
          "a lock is held for about "
              + predicted.longestLockMilliseconds()
              + " ms, longer than "
              + TimeText.of(lock));
    }
    if (run != null && predicted.milliseconds() > run.toMillis()) {
      over.add(
          "all takes about " + predicted.milliseconds() + " ms, longer than " + TimeText.of(run));
    }
    List<String> details = new ArrayList<>(over);
    details.addAll(predicted.parts());
    return (over.isEmpty()
            ? Gate.green(
                GateName.PERFORMANCE,
                "about "
                    + predicted.milliseconds()
                    + " ms in all, the longest lock about "
                    + predicted.longestLockMilliseconds()
                    + " ms",
                details)
            : Gate.red(GateName.PERFORMANCE, "more than the policy lets pass", details))
        .with(course.plan().waivers());
  }

  private static Prediction predict(Course course, List<MeasuredProgress.Cost> measured) {
    var options = course.options().executor().withRowChecks(null).withProgress(Progress.SILENT);
    List<WeighedHazard> slow =
        course
            .workspace()
            .preflight(course.environment(), course.options().to(), options, null)
            .hazards()
            .stream()
            .map(each -> each.weighed())
            .filter(each -> each.about().isPositive())
            .sorted(Comparator.comparing(WeighedHazard::about).reversed())
            .toList();
    long base = measured.stream().mapToLong(MeasuredProgress.Cost::milliseconds).sum();
    long about = slow.stream().mapToLong(each -> each.about().toMillis()).sum();
    return new Prediction(
        base + about,
        slow.isEmpty() ? 0 : slow.getFirst().about().toMillis(),
        slow.stream()
            .map(each ->
                each.hazard().code().id()
                    + " on "
                    + each.hazard().on().dotted()
                    + ": about "
                    + each.about().toMillis()
                    + " ms")
            .toList());
  }

  private static @Nullable Rehearsed rehearse(Course course) {
    PromotionPolicy.Rehearsal how = course.policy().rehearse();
    if (how == PromotionPolicy.Rehearsal.NONE) {
      return null;
    }
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(EmbeddedOptions.temporary().version(major(course)))) {
      var administration = new DatabaseUrl(server.jdbcUrlWithPassword("postgres"));
      String on;
      DatabaseUrl url;
      if (how == PromotionPolicy.Rehearsal.DATA) {
        Backup backup = newest(course);
        course.options().backups().create(administration, "rehearsal", backup);
        url = new DatabaseUrl(server.jdbcUrlWithPassword("rehearsal"));
        course
            .options()
            .backups()
            .restore(backup, url, RestoreOptions.defaults().onThrowAwayServer());
        on = "the data of " + backup.name();
      } else {
        url = administration;
        course.workspace().fill(url, course.plan().last());
        on = "its schema";
      }
      return measured(course, url, on);
    }
  }

  private static Rehearsed measured(Course course, DatabaseUrl url, String on) {
    var dialect = course.workspace().dialect();
    var measured = new MeasuredProgress(Progress.SILENT);
    try (Connection connection = dialect.connect(url, "rehearsal")) {
      long before = position(connection);
      new Executor(Target.at(dialect, url), course.options().executor().withProgress(measured))
          .migrate(course.workspace().migrations().history(), course.lastMigration());
      return new Rehearsed(
          on, measured.costs(), position(connection) - before, predict(course, measured.costs()));
    } catch (SQLException e) {
      throw DeploymentSession.failed(dialect, e);
    }
  }

  /** How many bytes the server's log had so far (manual, 9.28.3). */
  private static long position(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_insert_lsn(),"
                    + " '0/0')")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static int major(Course course) {
    try (Connection connection =
        course.workspace().connect(course.environment(), Access.READ, "promote")) {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException e) {
      throw DeploymentSession.failed(course.workspace().dialect(), e);
    }
  }

  private static Backup newest(Course course) {
    return course
        .options()
        .backups()
        .newest(course.options().backupStore(), course.environment())
        .orElseThrow(() ->
            new SlipwayException(
                PromotionError.GATE_RED,
                "There is no backup of "
                    + course.environment()
                    + " in "
                    + course.options().backupStore()
                    + " to rehearse on.",
                "Take one with `slipway backup create " + course.environment() + "`."));
  }
}
