package dev.slipway.promotion;

import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.config.PromotionPolicy;
import dev.slipway.dialect.ApprovalRecord;
import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.dialect.Dialect;
import dev.slipway.migration.Migration;
import dev.slipway.watch.WatchBaseline;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the states of one promotion share.
 *
 * @param workspace the project
 * @param configuration what its {@code slipway.yml} says
 * @param settings what the configuration says of the environment
 * @param plan the plan
 * @param migrations its migrations, as they are in the folder
 * @param requester who asked for the promotion
 * @param options how it is done
 * @param progress who is told
 */
record Course(
    Workspace workspace,
    Configuration configuration,
    EnvironmentConfiguration settings,
    PromotionPlan plan,
    List<Migration> migrations,
    String requester,
    PromotionOptions options,
    PromotionProgress progress) {

  Course {
    migrations = List.copyOf(migrations);
  }

  String environment() {
    return settings.name();
  }

  PromotionPolicy policy() {
    return settings.promotion();
  }

  String lastMigration() {
    return plan.names().getLast();
  }

  /** The time by the clock of the environment's server. */
  Instant now() {
    return read(connection -> dialect().deployments().now(connection));
  }

  /** The number of the promotion. */
  long deployment() {
    return read(dialect().deployments()::unfinished)
        .map(DeploymentRecord::id)
        .orElseThrow(() -> new IllegalStateException("the promotion is over"));
  }

  List<ApprovalRecord> approvals() {
    String hash = plan.hash();
    return read(connection -> dialect().deployments().approvals(connection, hash));
  }

  /**
   * How the environment did when the promotion went through its window; null where that was not
   * measured.
   */
  @Nullable WatchBaseline baseline() {
    String kept =
        read(dialect().deployments()::unfinished)
            .map(deployment -> Earlier.of(deployment, State.WINDOW).passed())
            .orElse(null);
    JsonNode baseline = kept == null ? null : Documents.tree(kept).path("baseline");
    return baseline == null || !baseline.isObject()
        ? null
        : Documents.read(baseline.toString(), WatchBaseline.class);
  }

  /** Where the server was before anything was applied; null where that is not known. */
  @Nullable ReturnPoint returnPoint() {
    String kept =
        read(dialect().deployments()::unfinished)
            .map(deployment -> Earlier.of(deployment, State.BACKUP).passed())
            .orElse(null);
    return kept == null ? null : ReturnPoint.of(kept);
  }

  <T> T read(DeploymentSession.Work<T> work) {
    try (Connection connection = workspace.connect(environment(), Access.READ, "promote")) {
      return work.on(connection);
    } catch (SQLException e) {
      throw DeploymentSession.failed(dialect(), e);
    }
  }

  private Dialect dialect() {
    return workspace.dialect();
  }
}
