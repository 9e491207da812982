package dev.slipway.environment;

import dev.slipway.error.SlipwayException;
import dev.slipway.stamp.EnvironmentStamp;
import dev.slipway.stamp.Stamp;
import dev.slipway.stamp.StampError;
import dev.slipway.stamp.Standing;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;

/** Gives the database of an environment its stamp. */
public final class Stamping {

  private final Workspace workspace;
  private final String environment;

  /**
   * @param workspace the project
   * @param environment the environment's name
   */
  public Stamping(Workspace workspace, String environment) {
    this.workspace = workspace;
    this.environment = environment;
  }

  /**
   * Stamps the database. One that is stamped already as that environment stays as it is.
   *
   * @param request what is to be done about another stamp
   * @param confirmation is asked before a stamp goes that was given to this very database
   * @throws SlipwayException when there is a stamp of which the request does not say that it goes,
   *     or the database can't be written to
   */
  public Stamped stamp(StampRequest request, Consumer<String> confirmation) {
    try (Connection connection = workspace.connectUnchecked(environment, Access.WRITE)) {
      var writer = new StampWriter(connection, environment);
      Standing standing = EnvironmentStamp.standing(connection, environment);
      return switch (standing) {
        case Standing.Unstamped nothing ->
            new Stamped(true, writer.write(standing, null, null), null);
        case Standing.Stamped(Stamp stamp) -> new Stamped(false, stamp, null);
        case Standing.Copied(Stamp stamp, var here) -> {
          boolean isNew = environment.equals(request.replaced());
          if (!request.moved() && !isNew) {
            throw refused(standing);
          }
          UUID identity = isNew ? null : stamp.identity();
          yield new Stamped(true, writer.write(standing, identity, request.reason()), stamp);
        }
        case Standing.Another(Stamp stamp, var here) -> {
          if (!stamp.environment().equals(request.replaced())) {
            throw refused(standing);
          }
          if (stamp.place().isThat(here)) {
            confirmation.accept(
                "The database %s was stamped %s itself, unless it was made from a copy of the"
                        .formatted(here.name(), stamp.environment())
                    + " server's files. Is it "
                    + environment
                    + " from now on?");
          }
          yield new Stamped(true, writer.write(standing, null, request.reason()), stamp);
        }
      };
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  /**
   * Stamps a database that has none and holds nothing yet; leaves one that has a stamp alone.
   *
   * @throws SlipwayException when it has no stamp, and tables: then it is for a person to say what
   *     it is
   */
  public void stampEmpty() {
    try (Connection connection = workspace.connectUnchecked(environment, Access.WRITE)) {
      Standing standing = EnvironmentStamp.standing(connection, environment);
      if (standing instanceof Standing.Unstamped nothing) {
        if (!workspace.isEmpty(environment)) {
          throw new SlipwayException(
              StampError.NOT_EMPTY,
              "The database "
                  + nothing.database()
                  + " has no stamp and is not empty: --stamp takes only an empty one for "
                  + environment
                  + ".",
              "Look whether it is, then stamp it once: slipway env stamp " + environment + ".");
        }
        new StampWriter(connection, environment).write(standing, null, null);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  private SlipwayException refused(Standing standing) {
    try {
      EnvironmentStamp.require(standing, environment);
    } catch (SlipwayException e) {
      return new SlipwayException(StampError.STAMPED_ALREADY, e.what(), next(standing));
    }
    throw new IllegalStateException("nothing to refuse");
  }

  private String next(Standing standing) {
    return switch (standing) {
      case Standing.Another(Stamp stamp, var here) ->
          "Mend the address of "
              + environment
              + ". Where its database shall be "
              + environment
              + " nevertheless, name the stamp that goes: --replace "
              + stamp.environment()
              + " --reason TEXT.";
      case Standing.Copied copied ->
          "Add --moved --reason TEXT where it takes the other one's place, or --replace "
              + environment
              + " --reason TEXT where both go on.";
      case Standing.Stamped itself -> "Nothing is to be done.";
      case Standing.Unstamped nothing -> "Nothing is to be done.";
    };
  }
}
