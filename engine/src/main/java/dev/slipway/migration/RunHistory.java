package dev.slipway.migration;

import dev.slipway.dialect.Run;
import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The line of the ledger about one run, outside of the run's own transactions. */
final class RunHistory {

  private final LockedSession session;
  private final long run;

  private RunHistory(LockedSession session, long run) {
    this.session = session;
    this.run = run;
  }

  static RunHistory begin(LockedSession session, String command) {
    var description = new Run(command, session.origin().toString(), ToolVersion.current());
    try {
      return new RunHistory(
          session, session.dialect().ledger().begin(session.connection(), description));
    } catch (SQLException e) {
      throw LockedSession.failed(session.dialect(), "Writing the ledger", e);
    }
  }

  long run() {
    return run;
  }

  /**
   * Writes how it ended. What can't be written is no failure of the run: its parts have their own
   * lines, and the next run marks this one as killed.
   */
  void end(Run.Outcome outcome, @Nullable SlipwayException failure) {
    try {
      write(outcome, failure);
    } catch (SQLException e) {
      if (failure != null) {
        failure.addSuppressed(e);
      }
    }
  }

  private void write(Run.Outcome outcome, @Nullable SlipwayException failure) throws SQLException {
    String code = failure == null ? null : failure.code().slug();
    String what = failure == null ? null : failure.what();
    try {
      session.renew();
      session.dialect().ledger().end(session.connection(), run, outcome, code, what);
    } catch (SQLException e) {
      // A cancel request that came late hits whatever runs next.
      if (session.dialect().transactions().explain(e).kind() != ServerError.Kind.CANCELED) {
        throw e;
      }
      session.dialect().ledger().end(session.connection(), run, outcome, code, what);
    }
  }
}
