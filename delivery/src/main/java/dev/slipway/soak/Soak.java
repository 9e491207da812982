package dev.slipway.soak;

import dev.slipway.config.Configuration;
import dev.slipway.config.ProjectFile;
import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import dev.slipway.verification.Check;
import dev.slipway.verification.CheckResult;
import dev.slipway.verification.Verification;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts an application and its database under load: start here. A scenario says what is done, how
 * often and for how long, what is allowed, and what has to hold of the rows afterwards. Protected
 * environments are refused. Used by one thread, which waits for those of the load.
 */
public final class Soak {

  private static final Dialect DIALECT = new Postgres();
  private static final Duration LONGEST_QUERY = Duration.ofMinutes(5);

  private final Workspace workspace;
  private final Configuration configuration;
  private final String environment;
  private final Map<String, String> variables;
  private final Clock clock;

  /**
   * @param workspace the project
   * @param configuration its settings
   * @param environment the environment's name
   * @param variables the variables of the process
   * @param clock tells when it began and ended
   * @throws SlipwayException when there is no such environment, or it is protected
   */
  public Soak(
      Workspace workspace,
      Configuration configuration,
      String environment,
      Map<String, String> variables,
      Clock clock) {
    this.workspace = workspace;
    this.configuration = configuration;
    this.environment = environment;
    this.variables = Map.copyOf(variables);
    this.clock = clock;
    if (configuration.environment(environment).protectedEnvironment()) {
      throw new SlipwayException(
          SoakError.SOAK_PROTECTED,
          environment + " is protected: load and its rows don't belong there.",
          "Name another environment, such as staging.");
    }
  }

  /**
   * Reads a scenario.
   *
   * @param file the file
   * @throws dev.slipway.config.ConfigurationException with all that is wrong in it
   */
  public SoakScenario scenario(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new SlipwayException(
          SoakError.NO_SCENARIO,
          "There is no scenario " + shown(file) + ".",
          "Write one (docs/soak.md), or name one that is there.");
    }
    var source = new ProjectFile(configuration, environment, variables, file);
    return new ScenarioReader(source, configuration.root()).read();
  }

  /**
   * Sends the load of a scenario, and asks its invariants afterwards.
   *
   * @throws SlipwayException when the database can't be reached at the beginning, or is another
   *     environment's; an invariant is written wrongly
   * @throws InterruptedException when the thread is told to end
   */
  public SoakRun run(SoakScenario scenario, SoakListener listener) throws InterruptedException {
    Path folder = scenario.invariants();
    var verification = new Verification(workspace, environment, LONGEST_QUERY);
    List<Check> checks = folder == null ? List.of() : verification.checks(folder);
    var load = new Load(scenario, this::connect, listener);
    Instant began = clock.instant();
    Recording recording = load.send();
    Instant ended = clock.instant();
    List<CheckResult> invariants = checks.isEmpty() ? List.of() : verification.run(checks);
    SoakTimes rounds = recording.rounds();
    return new SoakRun(
        environment,
        shown(scenario.file()),
        began,
        ended,
        scenario.rate(),
        scenario.rounds(),
        load.missed(),
        recording.throughput(),
        rounds,
        recording.steps(),
        recording.seconds(),
        recording.failures(),
        limits(scenario.limits(), rounds, recording.throughput()),
        invariants);
  }

  private static List<SoakLimit> limits(SoakLimits limits, SoakTimes rounds, double throughput) {
    List<SoakLimit> all = new ArrayList<>();
    add(all, "average", rounds.mean(), limits.average());
    add(all, "p50", rounds.percentile("p50"), limits.p50());
    add(all, "p95", rounds.percentile("p95"), limits.p95());
    add(all, "p99", rounds.percentile("p99"), limits.p99());
    all.add(
        new SoakLimit(
            "errors", (double) rounds.errors() / Math.max(1, rounds.count()), limits.errors()));
    Double least = limits.throughput();
    if (least != null) {
      all.add(new SoakLimit(SoakLimit.THROUGHPUT, throughput, least));
    }
    return all;
  }

  private static void add(
      List<SoakLimit> all, String name, double value, @Nullable Duration limit) {
    if (limit != null) {
      all.add(new SoakLimit(name, value, limit.toMillis()));
    }
  }

  private String shown(Path file) {
    Path root = configuration.root();
    return (file.startsWith(root) ? root.relativize(file) : file).toString();
  }

  /** Workers open their connections one after the other, before the load begins. */
  private synchronized Connection connect() {
    return DIALECT.connect(workspace.address(environment, Access.WRITE), "soak");
  }
}
