package dev.slipway.smoke;

import dev.slipway.config.Configuration;
import dev.slipway.config.ProjectFile;
import dev.slipway.error.SlipwayException;
import dev.slipway.http.HttpCaller;
import dev.slipway.smoke.SmokeResult.Outcome;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks an application from outside whether it answers as it should: start here. Requests and
 * programs of the YAML files of a folder, one after the other, in the order of the files. In a
 * protected environment only those that are marked {@code lights-on: true} are done. The database
 * is not touched. Immutable; each run has connections of its own.
 */
public final class Smoke {

  /** Where checks are when nothing else is said. */
  public static final String FOLDER = "smoke";

  private final Configuration configuration;
  private final String environment;
  private final Map<String, String> variables;
  private final Clock clock;

  /**
   * @param configuration the project's settings
   * @param environment the environment's name; the variables of its address may be unset
   * @param variables the variables of the process: values of checks name them, and programs have
   *     them
   * @param clock tells when a run began and ended
   * @throws SlipwayException when there is no such environment
   */
  public Smoke(
      Configuration configuration, String environment, Map<String, String> variables, Clock clock) {
    this.configuration = configuration;
    this.environment = configuration.known(environment).name();
    this.variables = Map.copyOf(variables);
    this.clock = clock;
  }

  /**
   * The checks of a folder that concern the environment.
   *
   * @param folder where {@code .yml} files are; it need not be there
   * @throws dev.slipway.config.ConfigurationException with all that is wrong in the first file in
   *     which something is
   */
  public List<SmokeCheck> checks(Path folder) {
    List<SmokeCheck> checks = new ArrayList<>();
    for (Path file : ProjectFile.in(folder)) {
      var source = new ProjectFile(configuration, environment, variables, file);
      checks.addAll(new SmokeFile(source, environment).read());
    }
    return checks;
  }

  /**
   * Does checks. Where a check fails, the others are done all the same.
   *
   * @param checks the checks
   * @param lightsOnAlone whether only those are done that are marked as safe in production; the
   *     others are told as left out. Of a protected environment that holds anyway
   * @throws SlipwayException when none is left that could be done
   */
  public SmokeRun run(List<SmokeCheck> checks, boolean lightsOnAlone) {
    boolean isProtected = configuration.known(environment).protectedEnvironment();
    boolean alone = lightsOnAlone || isProtected;
    if (checks.stream().noneMatch(each -> !alone || each.lightsOn())) {
      throw nothing(checks, isProtected);
    }
    Instant began = clock.instant();
    List<SmokeResult> results = new ArrayList<>();
    try (var caller = new HttpCaller()) {
      var runner = new SmokeRunner(caller, configuration.root(), variables, environment);
      for (SmokeCheck check : checks) {
        results.add(alone && !check.lightsOn() ? leftOut(check) : runner.run(check));
      }
    }
    return new SmokeRun(environment, began, clock.instant(), alone, results);
  }

  private SlipwayException nothing(List<SmokeCheck> checks, boolean isProtected) {
    return new SlipwayException(
        SmokeError.NO_SMOKE_CHECK,
        checks.isEmpty()
            ? "There is no smoke check for " + environment + "."
            : "Of the smoke checks for "
                + environment
                + (isProtected ? ", which is protected," : "")
                + " none is marked lights-on: true.",
        checks.isEmpty()
            ? "Write one in " + FOLDER + "/, or name the folder with --checks DIR."
            : "Mark those that only ask, and are safe in production.");
  }

  private static SmokeResult leftOut(SmokeCheck check) {
    return new SmokeResult(
        check.name(),
        check.file(),
        check.line(),
        check.action().shown(),
        Outcome.LEFT_OUT,
        List.of(),
        0,
        Duration.ZERO);
  }
}
