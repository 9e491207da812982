package dev.slipway.watch;

import dev.slipway.config.WatchSettings;
import dev.slipway.dialect.StatementWork;
import dev.slipway.dialect.VitalSigns;
import dev.slipway.dialect.Vitals;
import dev.slipway.dialect.WorkDone;
import dev.slipway.watch.Figure.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a server, and what changed in them since it began. */
final class DatabaseProbe {

  /** A mean of fewer calls says little. */
  private static final int FEWEST_CALLS = 10;

  /** What is faster stays fast, whatever the factor is. */
  private static final double SHORTEST_MILLIS = 1;

  /** A share of fewer transactions says little. */
  private static final int FEWEST_TRANSACTIONS = 10;

  private static final int SHOWN = 120;

  private final Vitals vitals;
  private final WatchSettings settings;
  private final Map<String, StatementWork> before;
  private final VitalSigns start;
  private final WorkDone startWork;
  private VitalSigns last;

  DatabaseProbe(
      Vitals vitals, WatchSettings settings, WatchBaseline baseline, Connection connection)
      throws SQLException {
    this.vitals = vitals;
    this.settings = settings;
    this.before = baseline.statements();
    this.start = vitals.signs(connection, settings.waiting());
    this.startWork = vitals.work(connection);
    this.last = start;
  }

  List<Figure> measure(Connection connection) throws SQLException {
    VitalSigns now = vitals.signs(connection, settings.waiting());
    Duration lag = now.lag();
    Duration lagLimit = settings.lag();
    List<Figure> figures = new ArrayList<>();
    figures.add(count("lock_waits", now.waiting(), settings.lockWaits()));
    figures.add(
        new Figure(
            "connections",
            (double) now.connections() / Math.max(1, now.mostConnections()),
            Unit.SHARE,
            settings.connections(),
            now.connections() + " of " + now.mostConnections()));
    figures.add(count("deadlocks", now.deadlocks() - start.deadlocks(), settings.deadlocks()));
    figures.add(new Figure("rollbacks", rollbacks(now), Unit.SHARE, settings.rollbacks(), null));
    if (lag != null || lagLimit != null) {
      figures.add(
          new Figure(
              "lag",
              lag == null ? null : (double) lag.toMillis(),
              Unit.MILLISECONDS,
              lagLimit == null ? null : (double) lagLimit.toMillis(),
              now.lagUnknown()));
    }
    if (startWork.unknown() == null) {
      figures.add(slower(vitals.work(connection)));
    }
    last = now;
    return figures;
  }

  private static Figure count(String name, long value, @Nullable Integer limit) {
    return new Figure(
        name,
        (double) Math.max(0, value),
        Unit.COUNT,
        limit == null ? null : limit.doubleValue(),
        null);
  }

  /** From the last sample to this one; the statistics come a second late. */
  private double rollbacks(VitalSigns now) {
    long rollbacks = now.rollbacks() - last.rollbacks();
    long all = rollbacks + now.commits() - last.commits();
    return rollbacks < 0 || all < FEWEST_TRANSACTIONS ? 0 : (double) rollbacks / all;
  }

  /** The statement whose mean since the beginning grew most over its mean before the change. */
  private Figure slower(WorkDone now) {
    double worst = 0;
    @Nullable String which = null;
    for (Map.Entry<String, StatementWork> each : now.statements().entrySet()) {
      StatementWork earlier = before.get(each.getKey());
      StatementWork begun = startWork.statements().get(each.getKey());
      StatementWork since = begun == null ? each.getValue() : each.getValue().since(begun);
      if (earlier == null
          || earlier.calls() < FEWEST_CALLS
          || since.calls() < FEWEST_CALLS
          || since.mean() < SHORTEST_MILLIS) {
        continue;
      }
      double factor = since.mean() / Math.max(earlier.mean(), 0.001);
      if (factor > worst) {
        worst = factor;
        which = millis(earlier) + " before, " + millis(since) + " now: " + line(since.text());
      }
    }
    return new Figure("slower", worst, Unit.FACTOR, settings.slower(), which);
  }

  private static String millis(StatementWork work) {
    return String.format(java.util.Locale.ROOT, "%.1f ms", work.mean());
  }

  private static String line(String statement) {
    String line = statement.strip().replaceAll("\\s+", " ");
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
