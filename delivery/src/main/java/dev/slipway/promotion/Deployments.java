package dev.slipway.promotion;

import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.dialect.DeploymentStep;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How migrations came to an environment: start here to tell the story afterwards. Nothing is
 * written. Used by one thread.
 */
public final class Deployments {

  private final Workspace workspace;
  private final String environment;

  /**
   * @param workspace the project
   * @param environment the environment's name
   */
  public Deployments(Workspace workspace, String environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /**
   * All of them, the oldest first.
   *
   * @throws SlipwayException when the environment can't be read
   */
  public List<DeploymentRecord> all() {
    try (Connection connection = workspace.connect(environment, Access.READ, "deployments")) {
      return workspace.dialect().deployments().deployments(connection);
    } catch (SQLException e) {
      throw DeploymentSession.failed(workspace.dialect(), e);
    }
  }

  /**
   * One of them.
   *
   * @param id its number
   * @throws SlipwayException when there is none of that number
   */
  public DeploymentRecord get(long id) {
    return all().stream()
        .filter(each -> each.id() == id)
        .findFirst()
        .orElseThrow(() ->
            new SlipwayException(
                PromotionError.NO_PROMOTION,
                "There is no deployment " + id + " to " + environment + ".",
                "`slipway deployments " + environment + "` lists those that are there."));
  }

  /** The plan of a deployment. */
  public static PromotionPlan plan(DeploymentRecord deployment) {
    return Documents.read(deployment.entry().plan(), PromotionPlan.class);
  }

  /**
   * What was kept of a state, as a sentence; empty while it was not left.
   *
   * @param document what is kept, as JSON
   */
  public static String says(String document) {
    return Documents.tree(document).path("says").asString("");
  }

  /** What its migrations cost, in their order; none while nothing is applied. */
  public static List<AppliedCost> costs(DeploymentRecord deployment) {
    return AppliedCost.of(
        last(deployment, State.APPLY).path("details"),
        last(deployment, State.REHEARSAL).path("details").path("costs"));
  }

  /** What was kept of a state when it was left the last time. */
  private static JsonNode last(DeploymentRecord deployment, State state) {
    return Documents.tree(
        deployment.steps().stream()
            .filter(step -> step.state().equals(state.word()))
            .map(DeploymentStep::document)
            .filter(Objects::nonNull)
            .reduce("{}", (before, later) -> later));
  }

  /**
   * Where the server was before anything of a deployment was applied, as words; null where it did
   * not get as far, or an older version promoted.
   */
  public static @Nullable String returnTo(DeploymentRecord deployment) {
    String kept = Earlier.of(deployment, State.BACKUP).passed();
    ReturnPoint point = kept == null ? null : ReturnPoint.of(kept);
    return point == null ? null : point.moment();
  }
}
