package dev.slipway.migration;

import java.sql.SQLException;

/**
 * Which refusals of the server a run passes over: on a throw-away server those of what an earlier
 * run left there. Asked from the run's own thread.
 */
public interface Tolerance {

  /** Passes over nothing, as everywhere but on a throw-away server. */
  Tolerance NONE =
      new Tolerance() {
        @Override
        public boolean concerns(String sql) {
          return false;
        }

        @Override
        public boolean passes(SQLException refusal) {
          return false;
        }
      };

  /** Whether a statement may be refused so; it then runs behind a savepoint. */
  boolean concerns(String sql);

  /** Whether the refusal of such a statement is passed over. */
  boolean passes(SQLException refusal);
}
