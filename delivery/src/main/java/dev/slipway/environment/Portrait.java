package dev.slipway.environment;

import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.Login;
import dev.slipway.dialect.Trait;
import dev.slipway.stamp.EnvironmentStamp;
import dev.slipway.stamp.Stamp;
import dev.slipway.stamp.Standing;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an environment is, but for its schema.
 *
 * @param environment its name
 * @param address where it is, without secrets
 * @param login as whom it was looked at
 * @param stamp what its database says of itself; null where it says nothing
 * @param applied the names of the migrations that its ledger has, in their order
 * @param traits in what it may differ from others
 */
public record Portrait(
    String environment,
    String address,
    Login login,
    @Nullable Stamp stamp,
    List<String> applied,
    List<Trait> traits) {

  /** Copies the lists. */
  public Portrait {
    applied = List.copyOf(applied);
    traits = List.copyOf(traits);
  }

  /**
   * Looks at an environment; nothing is written.
   *
   * @param workspace the project
   * @param environment its name
   * @throws dev.slipway.error.SlipwayException when its database is another, or can't be read
   */
  public static Portrait of(Workspace workspace, String environment) {
    Workspace.Look look = workspace.look(environment);
    try (Connection connection = workspace.connectUnchecked(environment, Access.READ)) {
      Standing standing = EnvironmentStamp.standing(connection, environment);
      return new Portrait(
          environment,
          look.address().toString(),
          look.login(),
          stamp(standing),
          look.applied().stream().map(AppliedMigration::name).toList(),
          look.traits());
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  private static @Nullable Stamp stamp(Standing standing) {
    return switch (standing) {
      case Standing.Unstamped nothing -> null;
      case Standing.Stamped(Stamp stamp) -> stamp;
      case Standing.Copied(Stamp stamp, var here) -> stamp;
      case Standing.Another(Stamp stamp, var here) -> stamp;
    };
  }
}
