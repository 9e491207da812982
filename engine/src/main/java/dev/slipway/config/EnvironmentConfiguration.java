package dev.slipway.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database with a name.
 *
 * @param name how commands call it: lower-case letters, digits, {@code _} and {@code -}
 * @param url where the database is, with its secrets: {@value #EMBEDDED} or a database address,
 *     without what {@link #logins} fetch; empty while a variable of it is not set
 * @param logins as whom the database is entered
 * @param protectedEnvironment whether changes need more than a command
 * @param after the environment that a migration has to pass before; null when there is none
 * @param stamped whether its database has to say that it is this environment before it is written
 *     to; false where the file says {@code stamp: none}
 * @param roles what roles of another environment are called here, where its schema is copied
 * @param watch how it is watched after a change
 * @param promotion what has to hold before migrations come here
 * @param pitr how its server is brought back to a point in time
 * @param unset the variables of the url that have no value; such an environment can be named but
 *     not used
 */
public record EnvironmentConfiguration(
    String name,
    String url,
    Logins logins,
    boolean protectedEnvironment,
    @Nullable String after,
    boolean stamped,
    Map<String, String> roles,
    WatchSettings watch,
    PromotionPolicy promotion,
    PitrSettings pitr,
    List<ConfigurationProblem> unset) {

  /** The url of a server that Slipway starts itself, below the project's folder. */
  public static final String EMBEDDED = "embedded";

  /** Copies the collections. */
  public EnvironmentConfiguration {
    roles = Map.copyOf(roles);
    unset = List.copyOf(unset);
  }

  /** Whether Slipway starts the server itself. */
  public boolean embedded() {
    return url.equals(EMBEDDED);
  }

  /** The environment without its url, which holds secrets. */
  @Override
  public String toString() {
    return "environment " + name;
  }
}
