package dev.slipway.migration;

import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one executor: whatever changes a target goes through it. Start here to run something.
 *
 * <p>It holds the target's lock while it works, runs each part in a transaction together with its
 * line in the ledger, and remembers the run. An instance can be used again and by several threads,
 * but the cancellation it was given stops all of its runs.
 */
public final class Executor {

  /** What {@link #rollback} calls a target to which nothing is applied. */
  public static final String BEGINNING = "beginning";

  private final Target target;
  private final ExecutorOptions options;

  /**
   * @param target what is changed
   * @param options how
   */
  public Executor(Target target, ExecutorOptions options) {
    this.target = target;
    this.options = options;
  }

  /**
   * Applies what the target lacks, in the history's order, each migration in a transaction.
   *
   * @param history the migrations
   * @param to the last one to be applied; null for all
   * @return what was applied; empty when the target lacked nothing
   * @throws SlipwayException when the target and the history do not fit together, or a statement
   *     fails; it says what stays
   */
  public RunResult migrate(History history, @Nullable String to) {
    List<Migration> wanted = upTo(history, to);
    if (pendingOf(wanted, MigrationStatus.read(target, history)).isEmpty()) {
      return RunResult.nothing();
    }
    try (LockedSession session = LockedSession.open(target, "migrate", options)) {
      List<Migration> pending = pendingOf(wanted, MigrationStatus.of(history, session.applied()));
      List<Part> parts = pending.stream().map(Part::up).toList();
      parts.forEach(this::requireNoTransactionControl);
      return run(
          session,
          "migrate",
          parts.size(),
          runner -> {
            for (int i = 0; i < parts.size(); i++) {
              Migration migration = pending.get(i);
              runner.run(
                  parts.get(i),
                  (connection, run, duration) ->
                      target
                          .dialect()
                          .ledger()
                          .record(
                              connection,
                              run,
                              new LedgerEntry(
                                  migration.name(),
                                  migration.parents(),
                                  migration.up().hash(),
                                  migration.down().hash(),
                                  migration.manifest().before(),
                                  migration.manifest().after(),
                                  session.origin().toString(),
                                  ToolVersion.current(),
                                  duration,
                                  migration.up().statements().size())));
            }
          });
    }
  }

  /**
   * What {@link #migrate} would apply, in its order. Takes no lock and writes nothing.
   *
   * @param history the migrations
   * @param to the last one to be listed; null for all
   * @throws SlipwayException when the target and the history do not fit together
   */
  public List<Migration> pending(History history, @Nullable String to) {
    return pendingOf(upTo(history, to), MigrationStatus.read(target, history));
  }

  private static List<Migration> upTo(History history, @Nullable String to) {
    List<Migration> all = history.migrations();
    if (to == null) {
      return all;
    }
    Migration last = history.find(to);
    if (last == null) {
      throw unknown(to, history.names());
    }
    return all.subList(0, all.indexOf(last) + 1);
  }

  private static List<Migration> pendingOf(List<Migration> wanted, MigrationStatus status) {
    status.requireConsistent();
    Set<String> names = wanted.stream().map(Migration::name).collect(Collectors.toSet());
    return status.pending().stream().filter(each -> names.contains(each.name())).toList();
  }

  /**
   * Takes back what was applied after a migration, the last one first, each in a transaction.
   *
   * @param history the migrations
   * @param to the migration that becomes the last one applied; {@link #BEGINNING} for none
   * @param allowed the names of migrations that may be taken back although data is lost for good
   * @return what was taken back; empty when nothing was applied after it
   * @throws SlipwayException when the way back is refused or fails; it says what stays
   */
  public RunResult rollback(History history, String to, Set<String> allowed) {
    if (wayBack(MigrationStatus.read(target, history), history, to, allowed).isEmpty()) {
      return RunResult.nothing();
    }
    try (LockedSession session = LockedSession.open(target, "rollback", options)) {
      List<Part> parts =
          wayBack(MigrationStatus.of(history, session.applied()), history, to, allowed);
      return run(
          session,
          "rollback",
          parts.size(),
          runner ->
              parts.forEach(part ->
                  runner.run(
                      part,
                      (connection, run, duration) ->
                          target.dialect().ledger().remove(connection, part.name()))));
    }
  }

  private List<Part> wayBack(
      MigrationStatus status, History history, String to, Set<String> allowed) {
    List<AppliedMigration> applied = status.applied();
    List<String> names = applied.stream().map(AppliedMigration::name).toList();
    int last = names.indexOf(to);
    if (last < 0 && !to.equals(BEGINNING)) {
      throw unknown(to, names);
    }
    List<String> affected = names.subList(last + 1, names.size()).reversed();
    MigrationStatus.requireKnown(
        status.unknown().stream().filter(entry -> affected.contains(entry.name())).toList());
    MigrationStatus.requireUnedited(
        status.edited().stream().filter(edit -> affected.contains(edit.migration())).toList());
    List<Migration> migrations = new ArrayList<>();
    for (String name : affected) {
      Migration migration = history.find(name);
      if (migration != null) {
        migrations.add(migration);
      }
    }
    WayBack.require(migrations, allowed);
    List<Part> parts = migrations.stream().map(Part::down).toList();
    parts.forEach(this::requireNoTransactionControl);
    return parts;
  }

  /**
   * Runs statements that no migration holds, in one transaction.
   *
   * @param command what they are run for: {@code push}
   * @param statements the statements in their order
   * @param precondition what must hold once the lock is taken
   * @throws SlipwayException when the precondition does not hold or a statement fails; nothing
   *     stays
   */
  public RunResult apply(String command, List<Statement> statements, Precondition precondition) {
    if (statements.isEmpty()) {
      return RunResult.nothing();
    }
    Part part = Part.direct(command, statements);
    for (int i = 0; i < statements.size(); i++) {
      if (!statements.get(i).transactional()) {
        throw new SlipwayException(
            MigrationError.NOT_IN_TRANSACTION,
            "Statement " + (i + 1) + " can't run in a transaction:\n" + part.place(i, 0).shown(),
            "This version runs everything in a transaction: choose a form that can be part of"
                + " one.");
      }
    }
    requireNoTransactionControl(part);
    try (LockedSession session = LockedSession.open(target, command, options)) {
      try {
        precondition.check(session.connection());
      } catch (SQLException e) {
        throw LockedSession.failed(target.dialect(), "Checking the target", e);
      }
      return run(
          session, command, 1, runner -> runner.run(part, (connection, run, duration) -> {}));
    }
  }

  private RunResult run(
      LockedSession session, String command, int parts, Consumer<PartRunner> work) {
    if (parts == 0) {
      return RunResult.nothing();
    }
    var history = RunHistory.begin(session, command);
    var runner = new PartRunner(session, options, history.run(), parts);
    try {
      work.accept(runner);
    } catch (SlipwayException e) {
      history.end(
          e.code() == MigrationError.CANCELED ? Run.Outcome.CANCELED : Run.Outcome.FAILED, e);
      throw e;
    } catch (RuntimeException e) {
      history.end(Run.Outcome.FAILED, null);
      throw e;
    }
    history.end(Run.Outcome.DONE, null);
    return runner.result();
  }

  private void requireNoTransactionControl(Part part) {
    List<ScriptStatement> statements = part.statements();
    for (int i = 0; i < statements.size(); i++) {
      String refusal = target.dialect().transactions().refusal(statements.get(i));
      if (refusal != null) {
        Part.Place place = part.place(i, 0);
        throw new SlipwayException(
            MigrationError.TRANSACTION_CONTROL,
            place.where() + ": " + refusal + "\n" + place.shown() + "\nNothing ran.",
            "Take the statement out: each migration is one transaction, so that it stays whole or"
                + " not at all.");
      }
    }
  }

  private static SlipwayException unknown(String name, List<String> names) {
    return new SlipwayException(
        MigrationError.UNKNOWN_MIGRATION,
        "There is no migration \"" + name + "\" here.",
        names.isEmpty()
            ? "There are none at all."
            : "Name one of these: "
                + names.stream().map(each -> "\n  " + each).collect(Collectors.joining()));
  }
}
