package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.Transactions;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Runs what no migration holds, and brings its traces into the ledger in the same transaction. */
final class DirectRuns {

  private final Target target;
  private final ExecutorOptions options;
  private final RecordedRuns runs;

  DirectRuns(Target target, ExecutorOptions options) {
    this.target = target;
    this.options = options;
    this.runs = new RecordedRuns(target, options);
  }

  RunResult apply(
      String command,
      List<Statement> statements,
      Precondition precondition,
      List<ParkedPart> parked,
      Set<String> purged) {
    if (statements.isEmpty()) {
      return RunResult.nothing();
    }
    Part part = Part.direct(command, statements);
    runs.requireRunnable(List.of(part), null);
    try (LockedSession session = LockedSession.open(target, command, options)) {
      MigrationStatus.requireWhole(session.ledger().advance(), command);
      runs.require(precondition, session);
      return runs.run(
          session,
          command,
          List.of(),
          1,
          runner ->
              runner.run(
                  part,
                  null,
                  (connection, run, duration) -> {
                    runs.park(connection, null, parked);
                    for (String label : purged) {
                      runs.ledger().purged(connection, label);
                    }
                  }));
    }
  }

  RunResult adopt(Migration migration, Precondition precondition) {
    try (LockedSession session = LockedSession.open(target, "baseline", options)) {
      LedgerContents ledger = session.ledger();
      if (!ledger.applied().isEmpty() || ledger.advance() != null) {
        throw new SlipwayException(
            MigrationError.BASELINE_APPLIED,
            "The target has migrations already: "
                + ledger.applied().stream()
                    .map(AppliedMigration::name)
                    .collect(Collectors.joining(", "))
                + ". Nothing was written.",
            "Take the folder of migrations that it was made by.");
      }
      runs.require(precondition, session);
      // A part has a statement at least; its run is what the ledger remembers.
      Part part = Part.direct("baseline", List.of(new Statement("select 1", List.of(), true)));
      return runs.run(
          session,
          "baseline",
          List.of(),
          1,
          runner ->
              runner.run(
                  part,
                  null,
                  (connection, run, duration) ->
                      runs.ledger()
                          .record(
                              connection, run, Entries.of(migration, session, Duration.ZERO, 0))));
    }
  }

  RunResult create(
      String command,
      List<Statement> statements,
      List<LedgerEntry> entries,
      Precondition precondition) {
    List<Statement> all =
        statements.isEmpty()
            ? List.of(new Statement("select 1", List.of(), true)) // a part has one at least
            : statements;
    Part part = Part.direct(command, all);
    runs.requireRunnable(List.of(part), null);
    try (LockedSession session = LockedSession.open(target, command, options)) {
      runs.require(precondition, session);
      return runs.run(
          session,
          command,
          List.of(),
          1,
          runner ->
              runner.run(
                  part,
                  null,
                  (connection, run, duration) -> {
                    for (LedgerEntry entry : entries) {
                      runs.ledger().record(connection, run, Entries.copied(entry, session));
                    }
                  }));
    }
  }

  RunResult undo(String migration, List<Statement> statements, Precondition precondition) {
    Part part = Part.direct(migration, statements);
    runs.requireRunnable(List.of(part), null);
    try (LockedSession session = LockedSession.open(target, "rollback", options)) {
      Advance advance = session.ledger().advance();
      if (advance == null || !advance.migration().equals(migration)) {
        throw new SlipwayException(
            MigrationError.PARTLY_APPLIED,
            migration + " is not applied in part any more. Nothing ran.",
            "Run the command again.");
      }
      runs.require(precondition, session);
      return runs.run(
          session,
          "rollback",
          List.of(),
          1,
          runner ->
              runner.run(
                  part,
                  null,
                  (connection, run, duration) -> runs.ledger().forget(connection, migration)));
    }
  }

  void work(String command, List<DirectWork> works, BiConsumer<DirectWork, Duration> done) {
    try (LockedSession session = LockedSession.open(target, command, options)) {
      MigrationStatus.requireWhole(session.ledger().advance(), command);
      runs.run(
          session,
          command,
          List.of(),
          works.size(),
          runner -> works.forEach(work -> done.accept(work, work(session, runner.number(), work))));
    }
  }

  private Duration work(LockedSession session, long run, DirectWork work) {
    Transactions transactions = target.dialect().transactions();
    Connection connection = session.connection();
    boolean isDone = false;
    try {
      session.renew();
      transactions.begin(connection, "");
      try {
        long began = System.nanoTime();
        int statements = work.run(connection);
        transactions.settle(connection);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        runs.ledger()
            .record(
                connection,
                run,
                new Run.Part(
                    work.name(), Run.Direction.DIRECT, statements, took, List.of(), work.note()));
        transactions.commit(connection);
        isDone = true;
        return took;
      } finally {
        if (!isDone) {
          transactions.rollback(connection);
        }
      }
    } catch (SQLException e) {
      throw LockedSession.failed(target.dialect(), "The part " + work.name(), e);
    }
  }
}
