package dev.slipway.evidence;

import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.DeploymentLedger;
import dev.slipway.dialect.EvidenceEntry;
import dev.slipway.dialect.EvidenceRecord;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.dialect.Run;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.ToolVersion;
import dev.slipway.stamp.EnvironmentStamp;
import dev.slipway.stamp.Standing;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an environment, kept in its own ledger: start here to add to it and to read it.
 * Thread-safe as its workspace is: used by one thread.
 */
public final class EvidenceBook {

  private final Workspace workspace;
  private final String environment;

  /**
   * @param workspace the project
   * @param environment the environment's name
   */
  public EvidenceBook(Workspace workspace, String environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /**
   * Writes down what was found out.
   *
   * @param kind what was done, as a word: {@code verify}
   * @param name which one of that kind; empty where there is one only
   * @param passed whether all was as expected
   * @param document what was found, as JSON
   * @param from the user and the machine
   * @throws SlipwayException when the environment can't be written to
   */
  public void record(String kind, String name, boolean passed, String document, String from) {
    workspace.prepareLedger(environment, ExecutorOptions.defaults());
    String fingerprint = workspace.fingerprint(environment).value();
    try (Connection connection = workspace.connect(environment, Access.WRITE, "evidence")) {
      List<AppliedMigration> applied = workspace.dialect().ledger().applied(connection);
      String head = applied.isEmpty() ? null : applied.getLast().name();
      ledger()
          .record(
              connection,
              new EvidenceEntry(
                  kind, name, head, fingerprint, passed, document, from, ToolVersion.current()));
    } catch (SQLException e) {
      throw failed("Writing what was found out", e);
    }
  }

  /**
   * Collects what is known; nothing is written.
   *
   * @param by the user and the machine that ask
   * @throws SlipwayException when the environment can't be read
   */
  public Evidence collect(String by) {
    try (Connection connection = workspace.connect(environment, Access.READ, "evidence")) {
      Map<String, List<Run.Step>> steps = workspace.dialect().ledger().steps(connection);
      return new Evidence(
          environment,
          identity(EnvironmentStamp.standing(connection, environment)),
          connection.getMetaData().getDatabaseProductVersion(),
          ledger().now(connection),
          by,
          workspace.dialect().ledger().applied(connection).stream()
              .map(each -> ran(each, steps.get(each.name())))
              .toList(),
          ledger().evidence(connection).stream().map(EvidenceBook::finding).toList());
    } catch (SQLException e) {
      throw failed("Reading what is known of " + environment, e);
    }
  }

  private DeploymentLedger ledger() {
    return workspace.dialect().deployments();
  }

  private static @Nullable String identity(Standing standing) {
    return standing instanceof Standing.Stamped(var stamp) ? stamp.identity().toString() : null;
  }

  private static Evidence.Ran ran(AppliedMigration applied, @Nullable List<Run.Step> steps) {
    LedgerEntry entry = applied.entry();
    return new Evidence.Ran(
        entry.name(),
        entry.up().content(),
        entry.down().content(),
        entry.before().value(),
        entry.after().value(),
        applied.at(),
        entry.duration().toMillis(),
        entry.statements(),
        steps == null || steps.isEmpty() ? null : steps.stream().map(StepCost::of).toList());
  }

  private static Evidence.Finding finding(EvidenceRecord found) {
    EvidenceEntry entry = found.entry();
    return new Evidence.Finding(
        entry.kind(),
        entry.name(),
        entry.head(),
        entry.fingerprint(),
        entry.passed(),
        found.at(),
        found.role(),
        entry.document());
  }

  private static SlipwayException failed(String doing, SQLException e) {
    return new SlipwayException(
        MigrationError.STATEMENT_FAILED,
        doing + " failed: " + e.getMessage() + ".",
        "Mend what the server names, then run the command again.",
        e);
  }
}
