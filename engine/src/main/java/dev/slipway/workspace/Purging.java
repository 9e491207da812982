package dev.slipway.workspace;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ParkedThing;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drops for good what was parked long enough. */
public final class Purging {

  private final Dialect dialect;
  private final Target target;
  private final Duration keep;

  Purging(Dialect dialect, Target target, Duration keep) {
    this.dialect = dialect;
    this.target = target;
    this.keep = keep;
  }

  /**
   * What goes.
   *
   * @param migration the migration that parked it; null for any
   * @param olderThan how long it must be parked; null for the time that the configuration says
   * @param dryRun whether it is only told
   */
  public record Selection(
      @Nullable String migration, @Nullable Duration olderThan, boolean dryRun) {}

  Purged purge(
      String environment,
      Selection selection,
      Consumer<List<Parked>> confirmation,
      ExecutorOptions options) {
    Duration age = selection.olderThan() == null ? keep : selection.olderThan();
    Instant latest;
    List<Parked> all;
    try (Connection connection = target.connector().apply("purge")) {
      latest = dialect.parkedStore().now(connection).minus(age);
      all = ParkedReading.read(dialect, connection, keep);
    } catch (SQLException e) {
      throw new IllegalStateException("reading what is parked failed", e);
    }
    List<Parked> gone = new ArrayList<>();
    List<Parked> kept = new ArrayList<>();
    for (Parked parked : all) {
      boolean goes =
          ParkedReading.isOf(parked, selection.migration()) && !parked.since().isAfter(latest);
      (goes ? gone : kept).add(parked);
    }
    if (gone.isEmpty() || selection.dryRun()) {
      return new Purged(environment, gone, kept, false);
    }
    confirmation.accept(gone);
    Set<String> labels =
        gone.stream().map(parked -> parked.thing().label()).collect(Collectors.toSet());
    List<ParkedThing> things = things(all);
    new Executor(target, options)
        .purge(
            dialect.parkedStore().purge(things(gone), kept.isEmpty()),
            labels,
            connection -> requireUnchanged(connection, things));
    return new Purged(environment, gone, kept, true);
  }

  private static List<ParkedThing> things(List<Parked> parked) {
    return parked.stream().map(Parked::thing).toList();
  }

  private void requireUnchanged(Connection connection, List<ParkedThing> things)
      throws SQLException {
    Set<Object> now =
        dialect.parkedStore().find(connection).stream()
            .map(ParkedThing::id)
            .collect(Collectors.toSet());
    if (!now.equals(things.stream().map(ParkedThing::id).collect(Collectors.toSet()))) {
      throw new SlipwayException(
          WorkspaceError.TARGET_CHANGED,
          "What is parked changed meanwhile. Nothing ran.",
          "Run the command again.");
    }
  }
}
