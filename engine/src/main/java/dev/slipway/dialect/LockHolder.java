package dev.slipway.dialect;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The session that holds a target's lock.
 *
 * @param session the number by which the server knows it
 * @param application what it calls itself: {@code slipway migrate by user@host}
 * @param role the role it is logged in as
 * @param since when it connected; null when the server does not tell this role
 */
public record LockHolder(long session, String application, String role, @Nullable Instant since) {

  /** The session as a part of a sentence. */
  @Override
  public String toString() {
    return (application.isEmpty() ? "a session" : '"' + application + '"')
        + " (server process "
        + session
        + (role.isEmpty() ? "" : ", role " + role)
        + (since == null ? "" : ", connected since " + since)
        + ")";
  }
}
