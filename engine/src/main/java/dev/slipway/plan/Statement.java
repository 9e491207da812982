package dev.slipway.plan;

import java.util.List;

/**
 * One SQL statement with what running it means for others.
 *
 * @param sql the statement without a final semicolon
 * @param locks the locks it takes on tables that were there before, held until its transaction ends
 * @param transactional whether it may run within a transaction
 */
public record Statement(String sql, List<Lock> locks, boolean transactional) {

  /** Copies the locks. */
  public Statement {
    locks = List.copyOf(locks);
  }

  /** A statement that may run within a transaction. */
  public static Statement of(String sql, Lock... locks) {
    return new Statement(sql, List.of(locks), true);
  }
}
