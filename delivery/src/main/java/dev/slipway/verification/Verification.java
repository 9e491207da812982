package dev.slipway.verification;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.environment.JudgedDrift;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies an environment: start here. First what Slipway knows by itself, that everything its
 * migrations made is there as they made it and nothing is left invalid; then the checks of a
 * folder. Nothing is written, whatever a check says: each runs in a read-only transaction that is
 * rolled back.
 */
public final class Verification {

  private static final Dialect DIALECT = new Postgres();

  private final Workspace workspace;
  private final String environment;
  private final Duration limit;

  /**
   * @param workspace the project
   * @param environment the environment's name
   * @param limit how long a query may take
   */
  public Verification(Workspace workspace, String environment, Duration limit) {
    this.workspace = workspace;
    this.environment = environment;
    this.limit = limit;
  }

  /**
   * The checks of a folder that concern the environment.
   *
   * @param folder where {@code .sql} files are; it need not be there
   * @throws SlipwayException when one of them is written wrongly
   */
  public List<Check> checks(Path folder) {
    return CheckFile.all(DIALECT, folder).stream()
        .filter(check -> check.isFor(environment))
        .toList();
  }

  /**
   * What Slipway checks by itself.
   *
   * @throws SlipwayException when the environment can't be read
   */
  public List<CheckResult> standing() {
    long began = System.nanoTime();
    JudgedDrift drift = JudgedDrift.of(workspace, environment);
    var schema =
        new CheckResult(
            "the schema is what the migrations made",
            null,
            0,
            drift.unexpected().stream()
                .map(each -> each.change().id() + " is not as the last migration left it")
                .toList(),
            Duration.ofNanos(System.nanoTime() - began));
    long next = System.nanoTime();
    try (Connection connection = connect()) {
      var validity =
          new CheckResult(
              "nothing is left invalid",
              null,
              0,
              DIALECT.inspection().invalid(connection),
              Duration.ofNanos(System.nanoTime() - next));
      return List.of(schema, validity);
    } catch (SQLException e) {
      throw new IllegalStateException("asking what is invalid failed", e);
    }
  }

  /** Asks checks, one after the other. */
  public List<CheckResult> run(List<Check> checks) {
    List<CheckResult> results = new ArrayList<>();
    try (Connection shared = connect()) {
      for (Check check : checks) {
        results.add(check.claims() == null ? run(check, shared) : runAlone(check));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the connection failed between two checks", e);
    }
    return results;
  }

  /** A session in which claims were set once has empty ones from then on, instead of none. */
  private CheckResult runAlone(Check check) throws SQLException {
    try (Connection connection = connect()) {
      return run(check, connection);
    }
  }

  private CheckResult run(Check check, Connection connection) throws SQLException {
    return new CheckRunner(DIALECT.inspection(), connection, limit).run(check);
  }

  private Connection connect() {
    DatabaseUrl url = workspace.address(environment, Access.READ);
    return DIALECT.connect(url, "verify");
  }
}
