package dev.slipway.promotion;

import dev.slipway.dialect.RunRecord;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever the executor did to an environment, by a promotion or by hand: start here to tell who
 * applied what, when, and how it ended. Nothing is written. Used by one thread.
 */
public final class RunHistory {

  private final Workspace workspace;
  private final String environment;

  /**
   * @param workspace the project
   * @param environment the environment's name
   */
  public RunHistory(Workspace workspace, String environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /**
   * The last runs, the newest last.
   *
   * @param most how many
   * @throws SlipwayException when the environment can't be read
   */
  public List<RunRecord> last(int most) {
    return read(null, most);
  }

  /**
   * One of them.
   *
   * @param id its number
   * @throws SlipwayException when there is none of that number
   */
  public RunRecord get(long id) {
    return read(id, 1).stream()
        .findFirst()
        .orElseThrow(() ->
            new SlipwayException(
                PromotionError.NO_RUN,
                "There is no run " + id + " in the ledger of " + environment + ".",
                "`slipway history " + environment + "` lists those that are there."));
  }

  private List<RunRecord> read(@Nullable Long id, int most) {
    try (Connection connection = workspace.connect(environment, Access.READ, "history")) {
      return workspace.dialect().ledger().runs(connection, id, most);
    } catch (SQLException e) {
      throw DeploymentSession.failed(workspace.dialect(), e);
    }
  }
}
