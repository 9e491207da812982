package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.dialect.Run;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Sample;
import dev.slipway.plan.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one executor: whatever changes a target goes through it. Start here to run something.
 *
 * <p>It holds the target's lock while it works, runs each part in a transaction together with its
 * line in the ledger, or in segments where no transaction may hold it, and remembers the run. An
 * instance can be used again and by several threads, but the cancellation it was given stops all of
 * its runs.
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
   * Applies what the target lacks, in the history's order. Each migration is a transaction, but for
   * what the engine does not permit in one: it is cut there into segments, and a run that follows
   * goes on behind those that are done.
   *
   * @param history the migrations
   * @param to the last one to be applied; null for all
   * @return what was applied; empty when the target lacked nothing
   * @throws SlipwayException when the target and the history do not fit together, or a statement
   *     fails; it says what stays
   */
  public RunResult migrate(History history, @Nullable String to) {
    return migrate(history, to, LedgerContents.read(target));
  }

  /**
   * The same where the ledger was read already; where something is to be done it is read again,
   * under the lock.
   *
   * @param history the migrations
   * @param to the last one to be applied; null for all
   * @param ledger what it said
   */
  public RunResult migrate(History history, @Nullable String to, LedgerContents ledger) {
    return new Applying(target, options).migrate(history, to, ledger);
  }

  /**
   * What {@link #migrate} would apply, in its order. Takes no lock and writes nothing.
   *
   * @param history the migrations
   * @param to the last one to be listed; null for all
   * @throws SlipwayException when the target and the history do not fit together
   */
  public List<Migration> pending(History history, @Nullable String to) {
    return new Applying(target, options).pending(history, to);
  }

  /**
   * Asks the target's rows what {@link #migrate} would ask them before anything runs. Takes no lock
   * and writes nothing.
   *
   * @param history the migrations
   * @param to the last one to be applied; null for all
   * @param sample which rows are asked; null for all, which {@link #migrate} always asks
   * @throws SlipwayException when the target and the history do not fit together, or a question
   *     can't be answered; what rows violate is part of the answer
   */
  public PreflightResult preflight(History history, @Nullable String to, @Nullable Sample sample) {
    return new Applying(target, options).preflight(history, to, sample);
  }

  /**
   * Takes back what was applied after a migration, the last one first, each in a transaction, or in
   * segments as {@link #migrate} has them. What is applied in part is taken back by {@link #undo}.
   *
   * @param history the migrations
   * @param to the migration that becomes the last one applied; {@link #BEGINNING} for none
   * @param allowed the names of migrations that may be taken back although data is lost for good
   * @return what was taken back; empty when nothing was applied after it
   * @throws SlipwayException when the way back is refused or fails; it says what stays
   */
  public RunResult rollback(History history, String to, Set<String> allowed) {
    return new TakingBack(target, options).rollback(history, to, allowed);
  }

  /**
   * Runs statements that no migration holds, in one transaction, but for those that can't be part
   * of one.
   *
   * @param command what they are run for: {@code push}
   * @param statements the statements in their order
   * @param precondition what must hold once the lock is taken
   * @throws SlipwayException when the precondition does not hold, a migration is neither whole nor
   *     absent, or a statement fails; it says what stays
   */
  public RunResult apply(String command, List<Statement> statements, Precondition precondition) {
    return apply(command, statements, precondition, List.of());
  }

  /**
   * The same, writing down what the statements park.
   *
   * @param command what they are run for: {@code push}
   * @param statements the statements in their order
   * @param precondition what must hold once the lock is taken
   * @param parked what they park
   */
  public RunResult apply(
      String command,
      List<Statement> statements,
      Precondition precondition,
      List<ParkedPart> parked) {
    return new DirectRuns(target, options)
        .apply(command, statements, precondition, parked, Set.of());
  }

  /**
   * Drops for good what is parked.
   *
   * @param statements the statements in their order
   * @param labels by which the names of what goes are known
   * @param precondition that nothing else is parked there since
   */
  public RunResult purge(
      List<Statement> statements, Set<String> labels, Precondition precondition) {
    return new DirectRuns(target, options)
        .apply("purge", statements, precondition, List.of(), labels);
  }

  /**
   * Writes that a migration is applied without running it, since the target has what it makes.
   *
   * @param migration the first migration
   * @param precondition that the target has it
   * @throws SlipwayException when the precondition does not hold, or a migration is applied already
   */
  public RunResult adopt(Migration migration, Precondition precondition) {
    return new DirectRuns(target, options).adopt(migration, precondition);
  }

  /**
   * Makes an empty target what another one is: runs statements, and writes that the migrations are
   * applied that led there elsewhere. Both in one transaction.
   *
   * @param command what it is done for: {@code env create}
   * @param statements the statements in their order
   * @param entries what the other ledger says, in its order
   * @param precondition that the target is still empty
   * @throws SlipwayException when the precondition does not hold, or a statement fails; nothing
   *     stays then
   */
  public RunResult create(
      String command,
      List<Statement> statements,
      List<LedgerEntry> entries,
      Precondition precondition) {
    return new DirectRuns(target, options).create(command, statements, entries, precondition);
  }

  /**
   * Does what no migration holds, each piece in a transaction of its own with its line of the
   * ledger.
   *
   * @param command what it is done for: {@code seed}
   * @param works the pieces in their order
   * @param done is told of each piece that is committed, and how long it took
   * @throws SlipwayException when a migration is neither whole nor absent, or a piece fails; those
   *     before it stay
   */
  public void work(String command, List<DirectWork> works, BiConsumer<DirectWork, Duration> done) {
    new DirectRuns(target, options).work(command, works, done);
  }

  /**
   * Takes back a migration that is applied in part, by statements that lead from what is there to
   * what was before it: its own way back starts from the whole of it.
   *
   * @param migration its name
   * @param statements the statements in their order; they can be part of one transaction
   * @param precondition what must hold once the lock is taken
   * @throws SlipwayException when the precondition does not hold, the migration is not applied in
   *     part, or a statement fails; nothing of it stays then
   */
  public RunResult undo(String migration, List<Statement> statements, Precondition precondition) {
    return new DirectRuns(target, options).undo(migration, statements, precondition);
  }

  /**
   * Clears away what a segment left half done that was begun and whose end was not seen, such as an
   * invalid index. A segment of which nothing stays does not count as begun any more.
   *
   * @param history the migrations
   * @throws SlipwayException when what ran was edited since
   */
  public void recover(History history) {
    try (LockedSession session = LockedSession.open(target, "recover", options)) {
      Advance advance = session.ledger().advance();
      Migration migration = advance == null ? null : history.find(advance.migration());
      if (advance != null && advance.open() != null && migration != null) {
        Part part =
            advance.direction() == Run.Direction.DOWN
                ? Part.down(migration, target.dialect())
                : Part.up(migration);
        new Recovery(session, Course.of(part, target.dialect(), advance)).run();
      }
    }
  }
}
