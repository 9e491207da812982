package dev.slipway.dialect;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A session that holds what another one waits for.
 *
 * @param session the number by which the server knows it; 0 for a prepared transaction, which has
 *     no session
 * @param transaction what tells its transaction from others of the same session
 * @param application what it calls itself; empty when the server does not tell this role
 * @param role the role it is logged in as; empty when it is not known
 * @param open for how long its transaction is open; null when the server does not tell this role
 * @param state what it is doing: {@code idle in transaction}; empty when it is not known
 * @param query the beginning of its last statement, with its literals masked; empty when the server
 *     does not tell this role
 */
public record Blocker(
    long session,
    String transaction,
    String application,
    String role,
    @Nullable Duration open,
    String state,
    String query) {

  /** Whether another observation is of the same transaction. */
  public boolean isSame(Blocker other) {
    return session == other.session && transaction.equals(other.transaction);
  }

  /** The session as a part of a sentence. */
  @Override
  public String toString() {
    if (session == 0) {
      return "a prepared transaction";
    }
    return (application.isEmpty() ? "a session" : '"' + application + '"')
        + " (server process "
        + session
        + (role.isEmpty() ? "" : ", role " + role)
        + (open == null ? "" : ", transaction open for " + shown(open))
        + (state.isEmpty() ? "" : ", " + state)
        + ")"
        + (query.isEmpty() ? "" : ": " + query);
  }

  private static String shown(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 120
        ? seconds + " s"
        : seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
  }
}
