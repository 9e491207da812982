package dev.slipway.migration;

import dev.slipway.dialect.Blocker;
import dev.slipway.dialect.ServerError;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Parking;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what went wrong in a part, where, and what state things are in.
 *
 * @param part what was run
 * @param state what stayed and what did not, as sentences
 * @param options how it was run
 * @param attempts how often it was tried before, as a line; empty when it was not
 * @param blockers who was in the way when it was last looked
 */
record PartFailure(
    Part part, String state, ExecutorOptions options, String attempts, List<Blocker> blockers) {

  /** A statement, by its number from 0, was refused or stopped. */
  SlipwayException inStatement(int number, ServerError error, SQLException cause) {
    String statement =
        "statement " + (number + 1) + " of " + part.statements().size() + " of " + part.name();
    String sql = part.statements().get(number).sql();
    Part.Place place = part.place(number, offset(sql, error.position()));
    String shown = "\n" + place.where() + "\n" + place.shown() + "\n";
    if (error.kind() == ServerError.Kind.CANCELED && options.cancellation().isRequested()) {
      return at(
          place,
          MigrationError.CANCELED,
          "Canceled while " + statement + " ran." + shown + state,
          "Run the command again to go on.",
          cause);
    }
    return at(
        place,
        code(error),
        "S"
            + statement.substring(1)
            + " failed: "
            + said(error)
            + shown
            + more(error)
            + others(error)
            + state,
        next(error),
        cause);
  }

  /** The rows that a statement would take can't be copied aside; it did not run. */
  SlipwayException inParking(int number, ServerError error, SQLException cause) {
    Part.Place place = part.place(number, 0);
    return at(
        place,
        code(error),
        "Copying the rows aside that statement "
            + (number + 1)
            + " of "
            + part.name()
            + " takes failed: "
            + said(error)
            + "\n"
            + place.where()
            + "\n"
            + place.shown()
            + "\n"
            + more(error)
            + others(error)
            + state,
        "Mend what the server names, or write \"-- slipway: parked: off\" before the statement:"
            + " what it takes does not come back then.",
        cause);
  }

  private static SlipwayException at(
      Part.Place place, MigrationError code, String what, String next, SQLException cause) {
    Path script = place.script();
    return script == null
        ? new SlipwayException(code, what, next, cause)
        : new ScriptFailedException(code, what, next, cause, script, place.line());
  }

  /** Something around the statements failed: deferred constraints, the ledger, the commit. */
  SlipwayException outsideStatements(ServerError error, SQLException cause) {
    return new SlipwayException(
        code(error),
        "The transaction of "
            + part.name()
            + " failed outside of its statements: "
            + said(error)
            + "\n"
            + more(error)
            + others(error)
            + state,
        next(error),
        cause);
  }

  private static MigrationError code(ServerError error) {
    return switch (error.kind()) {
      case REFUSED, NEEDS_COMMIT_BEFORE, CANCELED -> MigrationError.STATEMENT_FAILED;
      case NOT_IN_TRANSACTION -> MigrationError.NOT_IN_TRANSACTION;
      case LOCK_TIMEOUT, CONFLICT -> MigrationError.LOCK_TIMEOUT;
      case SHARED_SESSION -> MigrationError.POOLED_SESSION;
      case CONNECTION_LOST -> MigrationError.CONNECTION_LOST;
    };
  }

  private String next(ServerError error) {
    return switch (error.kind()) {
      case REFUSED ->
          isKeptByParked(error)
              ? "What is parked still uses it: drop that for good with purge, or run this once its"
                  + " time is over (status says when)."
              : error.state().startsWith("23")
                  ? "Rows do not fit what is demanded of them: mend them, or the statement, then"
                      + " run the command again: it goes on there. Slipway deletes none."
                  : "Mend the statement, then run the command again: it goes on there.";
      case NEEDS_COMMIT_BEFORE ->
          "Write COMMIT before this statement, or put it and what follows into a migration of its"
              + " own: what it uses must be committed before.";
      case NOT_IN_TRANSACTION ->
          "It stands in a transaction that the script begins: move it out of that, or write it in a"
              + " form that can be part of one.";
      case LOCK_TIMEOUT ->
          "Others held what the statement needs. Run the command again when they are done, or let"
              + " it try for longer: --lock-patience 30m.";
      case CONFLICT ->
          "Others were at the same rows or tables at the same time. Run the command again.";
      case CANCELED ->
          "The server stopped it: by a timeout (the script's, --statement-timeout or the role's),"
              + " or because someone asked it to. Run the command again, with a longer timeout"
              + " where it needs one.";
      case SHARED_SESSION -> LockedSession.POOL_NEXT;
      case CONNECTION_LOST -> "Check the server and the network, then run the command again.";
    };
  }

  /** {@code dependent_objects_still_exist}: the detail names them. */
  private static boolean isKeptByParked(ServerError error) {
    String detail = error.detail();
    return error.state().equals("2BP01") && detail != null && detail.contains(Parking.SCHEMA);
  }

  private static String said(ServerError error) {
    return error.message() + (error.state().isEmpty() ? "" : " (SQLSTATE " + error.state() + ")");
  }

  /** Who was in the way, a line each. */
  private String others(ServerError error) {
    var lines = new StringBuilder(attempts);
    if (error.kind() == ServerError.Kind.LOCK_TIMEOUT) {
      blockers.forEach(blocker -> lines.append("  In the way: ").append(blocker).append('\n'));
    }
    return lines.toString();
  }

  private static String more(ServerError error) {
    return line("Detail", error.detail())
        + line("Hint", error.hint())
        + line("Context", error.context());
  }

  private static String line(String label, @Nullable String text) {
    return text == null ? "" : "  " + label + ": " + text.strip().replace("\n", "\n    ") + "\n";
  }

  /** The server counts characters from 1, and 0 is nowhere; Java counts UTF-16 units from 0. */
  private static int offset(String sql, int position) {
    int before = Math.clamp(position - 1, 0, sql.codePointCount(0, sql.length()));
    return sql.offsetByCodePoints(0, before);
  }
}
