package dev.slipway.watch;

import dev.slipway.error.SlipwayException;
import dev.slipway.watch.Figure.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes one sample after the other: addresses are asked beside each other and the database. */
final class Sampler {

  private final List<HealthProbe> health;
  private final DatabaseProbe database;
  private final Invariants invariants;
  private final Supplier<Connection> connections;
  private final Duration every;
  private final Clock clock;

  Sampler(
      List<HealthProbe> health,
      DatabaseProbe database,
      Invariants invariants,
      Supplier<Connection> connections,
      Duration every,
      Clock clock) {
    this.health = health;
    this.database = database;
    this.invariants = invariants;
    this.connections = connections;
    this.every = every;
    this.clock = clock;
  }

  Sample take() throws InterruptedException {
    Instant at = clock.instant();
    List<Figure> figures = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Figure>>> asked = new ArrayList<>();
      for (HealthProbe each : health) {
        Callable<List<Figure>> ask = () -> each.measure(every);
        asked.add(threads.submit(ask));
      }
      List<Figure> read = database();
      for (Future<List<Figure>> each : asked) {
        figures.addAll(each.get());
      }
      figures.addAll(read);
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking an address failed", e);
    }
    return new Sample(at, figures);
  }

  /** A connection for each sample: a new one notices that the server takes none any more. */
  private List<Figure> database() {
    List<Figure> figures = new ArrayList<>();
    @Nullable String trouble = null;
    try (Connection connection = connections.get()) {
      figures.addAll(database.measure(connection));
      figures.addAll(invariants.measure());
    } catch (SlipwayException e) {
      trouble = e.what();
    } catch (SQLException | IllegalStateException e) {
      trouble = "the connection failed while it was asked";
    }
    figures.addFirst(new Figure("database", trouble == null ? 0.0 : 1.0, Unit.COUNT, 0.0, trouble));
    return figures;
  }
}
