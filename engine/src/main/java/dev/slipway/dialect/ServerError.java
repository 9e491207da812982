package dev.slipway.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What a server said when it refused a statement.
 *
 * @param kind what follows from it
 * @param state the SQLSTATE; empty when there is none
 * @param message the server's message
 * @param position the place in the statement, in characters from 1; 0 when it is not known
 * @param detail more about it
 * @param hint what the server advises
 * @param context where in a routine it happened
 */
public record ServerError(
    Kind kind,
    String state,
    String message,
    int position,
    @Nullable String detail,
    @Nullable String hint,
    @Nullable String context) {

  /** What follows from an error. */
  public enum Kind {
    /** The statement is refused for a reason of its own. */
    REFUSED,
    /** The statement may not run within a transaction. */
    NOT_IN_TRANSACTION,
    /** The statement uses what must have been committed before, such as a new enum value. */
    NEEDS_COMMIT_BEFORE,
    /** Others held a lock for too long. */
    LOCK_TIMEOUT,
    /** Others were at the same thing at the same time; its transaction may succeed later. */
    CONFLICT,
    /** The statement was canceled or took too long. */
    CANCELED,
    /** A pool between here and the server gave the session to somebody else. */
    SHARED_SESSION,
    /** The connection is gone. */
    CONNECTION_LOST
  }
}
