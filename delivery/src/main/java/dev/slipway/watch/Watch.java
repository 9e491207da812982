package dev.slipway.watch;

import dev.slipway.config.WatchSettings;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.VitalSigns;
import dev.slipway.dialect.WorkDone;
import dev.slipway.error.SlipwayException;
import dev.slipway.http.HttpCaller;
import dev.slipway.postgres.Postgres;
import dev.slipway.verification.Check;
import dev.slipway.verification.Verification;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches an environment after a change: start here. Measure {@link #baseline} before the change
 * and {@link #run} after it. Limits are those of {@code watch:} in slipway.yml; invariants are
 * queries written as those of {@code verify}. Nothing is written. Used by one thread.
 */
public final class Watch {

  /** Where invariants are when nothing else is said. */
  public static final String FOLDER = "watch";

  private static final Dialect DIALECT = new Postgres();
  private static final Duration LONGEST_QUERY = Duration.ofSeconds(30);

  private final Workspace workspace;
  private final String environment;
  private final WatchSettings settings;
  private final Clock clock;
  private final Verification verification;

  /**
   * @param workspace the project
   * @param environment the environment's name
   * @param settings for how long, how often, and what is allowed
   * @param clock tells when samples were taken
   */
  public Watch(Workspace workspace, String environment, WatchSettings settings, Clock clock) {
    this.workspace = workspace;
    this.environment = environment;
    this.settings = settings;
    this.clock = clock;
    this.verification = new Verification(workspace, environment, LONGEST_QUERY);
  }

  /**
   * The invariants of a folder that concern the environment.
   *
   * @param folder where {@code .sql} files are; it need not be there
   * @throws SlipwayException when one of them is written wrongly
   */
  public List<Check> invariants(Path folder) {
    return verification.checks(folder);
  }

  /**
   * How the environment does now, before a change.
   *
   * @param invariants what has to hold too
   * @throws SlipwayException when there is no limit at all, or one for what can't be measured here
   */
  public WatchBaseline baseline(List<Check> invariants) {
    if (!settings.hasLimits() && invariants.isEmpty()) {
      throw new SlipwayException(
          WatchError.NOTHING_TO_WATCH,
          "Nothing of " + environment + " has a limit, so that nothing could be found.",
          "Write limits under \"watch\" of the environment in slipway.yml, or invariants in "
              + FOLDER
              + "/.");
    }
    try (Connection connection = connect()) {
      WorkDone work = DIALECT.vitals().work(connection);
      VitalSigns signs = DIALECT.vitals().signs(connection, settings.waiting());
      List<Unmeasured> unmeasured = new ArrayList<>();
      List<Unmeasured> demanded = new ArrayList<>();
      String workUnknown = work.unknown();
      String lagUnknown = signs.lagUnknown();
      if (workUnknown != null) {
        (settings.slower() == null ? unmeasured : demanded)
            .add(new Unmeasured("slower", workUnknown));
      }
      if (lagUnknown != null) {
        (settings.lag() == null ? unmeasured : demanded).add(new Unmeasured("lag", lagUnknown));
      }
      if (!demanded.isEmpty()) {
        throw unmeasurable(demanded);
      }
      return new WatchBaseline(clock.instant(), work.statements(), unmeasured);
    } catch (SQLException e) {
      throw new IllegalStateException("reading the server's statistics failed", e);
    }
  }

  private SlipwayException unmeasurable(List<Unmeasured> demanded) {
    return new SlipwayException(
        WatchError.UNMEASURABLE,
        "A limit is set for what can't be measured in "
            + environment
            + ": "
            + String.join(
                "; ", demanded.stream().map(each -> each.figure() + ": " + each.reason()).toList())
            + ".",
        "Make it measurable, or take the limit out of slipway.yml.");
  }

  /**
   * Watches until the time is over, or something has been over its limit for as many samples in a
   * row as count; of an invariant one counts.
   *
   * @param baseline how the environment did before the change
   * @param invariants what has to hold
   * @param listener hears of each sample
   * @throws SlipwayException when a setting is of no use, or the database can't be reached at the
   *     beginning
   * @throws InterruptedException when the thread is told to end
   */
  public WatchRun run(WatchBaseline baseline, List<Check> invariants, WatchListener listener)
      throws InterruptedException {
    try (var caller = new HttpCaller()) {
      var sampler =
          new Sampler(
              settings.health().stream().map(each -> new HealthProbe(caller, each)).toList(),
              database(baseline),
              new Invariants(verification, invariants),
              this::connect,
              settings.every(),
              clock);
      return new WatchLoop(environment, settings, clock, listener)
          .run(sampler, baseline.unmeasured());
    }
  }

  private DatabaseProbe database(WatchBaseline baseline) {
    try (Connection connection = connect()) {
      return new DatabaseProbe(DIALECT.vitals(), settings, baseline, connection);
    } catch (SQLException e) {
      throw new IllegalStateException("reading the server's statistics failed", e);
    }
  }

  private Connection connect() {
    DatabaseUrl url = workspace.address(environment, Access.READ);
    return DIALECT.connect(url, "watch");
  }
}
