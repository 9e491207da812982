package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.Ledger;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.SegmentRecord;
import dev.slipway.dialect.Transactions;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Sample;
import dev.slipway.plan.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    List<Migration> wanted = upTo(history, to);
    MigrationStatus seen = MigrationStatus.of(history, ledger);
    if (pendingOf(wanted, seen).isEmpty() && seen.standIns().isEmpty()) {
      return RunResult.nothing();
    }
    try (LockedSession session = LockedSession.open(target, "migrate", options)) {
      MigrationStatus status = MigrationStatus.of(history, session.ledger());
      List<Migration> pending = pendingOf(wanted, status);
      List<Part> parts = pending.stream().map(Part::up).toList();
      requireRunnable(parts, status.advance());
      Preflight preflight = Preflight.of(pending, begun(status));
      requireUnused(history, pending, session);
      preflight.require(session, options);
      tell(PendingHazards.of(pending, preflight.questions()), session);
      return run(
          session,
          "migrate",
          status.standIns(),
          parts.size(),
          runner -> {
            for (int i = 0; i < parts.size(); i++) {
              Migration migration = pending.get(i);
              preflight.requireTurn(
                  migration.name(), session, options, runner.others(parts.get(i)));
              runner.run(
                  parts.get(i),
                  advanceOf(parts.get(i), status.advance()),
                  (connection, run, duration) -> {
                    int statements = migration.up().statements().size();
                    ledger()
                        .record(connection, run, entry(migration, session, duration, statements));
                    park(connection, migration.name(), migration.down().parked());
                  });
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
    MigrationStatus status = MigrationStatus.read(target, history);
    List<Migration> pending = pendingOf(upTo(history, to), status);
    Preflight preflight = Preflight.of(pending, begun(status));
    PendingHazards hazards = PendingHazards.of(pending, preflight.questions());
    RowAnswers answers = preflight.ask(target, options, sample);
    return new PreflightResult(
        pending.stream().map(Migration::name).toList(),
        preflight.questions(),
        answers.findings(),
        answers.hidden(),
        hazards.weighed(scales().weigh(target, hazards.hazards())),
        hazards.unknown(),
        ReleaseConflicts.of(history, pending, new ReleaseRegister(target, options).list()),
        answers.sampled());
  }

  private void requireUnused(History history, List<Migration> pending, LockedSession session) {
    try {
      List<ReleaseConflict> conflicts =
          ReleaseConflicts.of(
              history, pending, target.dialect().ledger().releases(session.connection()));
      List<ReleaseConflict> refused =
          conflicts.stream().filter(conflict -> options.reason(conflict) == null).toList();
      if (!refused.isEmpty()) {
        throw UsedByReleaseException.of(refused);
      }
      for (ReleaseConflict conflict : conflicts) {
        target
            .dialect()
            .ledger()
            .override(
                session.connection(),
                conflict.migration(),
                conflict.release(),
                conflict.code().id(),
                conflict.object().dotted(),
                String.valueOf(options.reason(conflict)));
      }
    } catch (SQLException e) {
      throw LockedSession.failed(target.dialect(), "Reading the ledger", e);
    }
  }

  private Scales scales() {
    return new Scales(target.dialect(), options.smallness());
  }

  private void tell(PendingHazards hazards, LockedSession session) {
    if (hazards.hazards().isEmpty() || options.progress().equals(Progress.SILENT)) {
      return;
    }
    try {
      session.renew();
      options
          .progress()
          .hazards(hazards.weighed(scales().weigh(session.connection(), hazards.hazards())));
    } catch (SQLException e) {
      throw LockedSession.failed(target.dialect(), "Reading the sizes of tables", e);
    }
  }

  private Ledger ledger() {
    return target.dialect().ledger();
  }

  private void park(Connection connection, @Nullable String migration, List<ParkedPart> parked)
      throws SQLException {
    for (ParkedPart part : parked) {
      ledger().park(connection, part.label(), migration, part.object(), part.shown());
    }
  }

  private static @Nullable String begun(MigrationStatus status) {
    return status.advance() == null ? null : status.advance().migration();
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
    List<Migration> pending =
        status.pending().stream().filter(each -> names.contains(each.name())).toList();
    pending.forEach(Migration::requireFinished);
    return pending;
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
    if (wayBack(MigrationStatus.read(target, history), history, to, allowed).isEmpty()) {
      return RunResult.nothing();
    }
    try (LockedSession session = LockedSession.open(target, "rollback", options)) {
      MigrationStatus status = MigrationStatus.of(history, session.ledger());
      List<Migration> migrations = wayBack(status, history, to, allowed);
      List<Part> parts =
          migrations.stream().map(migration -> Part.down(migration, target.dialect())).toList();
      requireRunnable(parts, status.advance());
      WayBack.requireUnpurged(migrations, session.parked(), allowed);
      Preflight preflight = Preflight.back(migrations, begun(status));
      preflight.require(session, options);
      var rows = new ParkedRows(session, options);
      if (!parts.isEmpty()) {
        rows.require(parts.getFirst(), null);
      }
      return run(
          session,
          "rollback",
          status.standIns(),
          parts.size(),
          runner ->
              parts.forEach(part -> {
                preflight.requireTurn(part.name(), session, options, runner.others(part));
                if (!part.name().equals(parts.getFirst().name())) {
                  rows.require(part, runner.others(part));
                }
                runner.run(
                    part,
                    advanceOf(part, status.advance()),
                    (connection, run, duration) -> {
                      rows.bringBack(connection, part.name());
                      ledger().remove(connection, part.name());
                      ledger().unpark(connection, part.name());
                    });
              }));
    }
  }

  private List<Migration> wayBack(
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
    status.requireNextBack(affected);
    WayBack.require(migrations, allowed, target.dialect().rowParking());
    return migrations;
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
    return apply(command, statements, precondition, parked, Set.of());
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
    return apply("purge", statements, precondition, List.of(), labels);
  }

  private RunResult apply(
      String command,
      List<Statement> statements,
      Precondition precondition,
      List<ParkedPart> parked,
      Set<String> purged) {
    if (statements.isEmpty()) {
      return RunResult.nothing();
    }
    Part part = Part.direct(command, statements);
    requireRunnable(List.of(part), null);
    try (LockedSession session = LockedSession.open(target, command, options)) {
      MigrationStatus.requireWhole(session.ledger().advance(), command);
      require(precondition, session);
      return run(
          session,
          command,
          List.of(),
          1,
          runner ->
              runner.run(
                  part,
                  null,
                  (connection, run, duration) -> {
                    park(connection, null, parked);
                    for (String label : purged) {
                      ledger().purged(connection, label);
                    }
                  }));
    }
  }

  /**
   * Writes that a migration is applied without running it, since the target has what it makes.
   *
   * @param migration the first migration
   * @param precondition that the target has it
   * @throws SlipwayException when the precondition does not hold, or a migration is applied already
   */
  public RunResult adopt(Migration migration, Precondition precondition) {
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
      require(precondition, session);
      // A part has a statement at least; its run is what the ledger remembers.
      Part part = Part.direct("baseline", List.of(new Statement("select 1", List.of(), true)));
      return run(
          session,
          "baseline",
          List.of(),
          1,
          runner ->
              runner.run(
                  part,
                  null,
                  (connection, run, duration) ->
                      target
                          .dialect()
                          .ledger()
                          .record(connection, run, entry(migration, session, Duration.ZERO, 0))));
    }
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
    List<Statement> all =
        statements.isEmpty()
            ? List.of(new Statement("select 1", List.of(), true)) // a part has one at least
            : statements;
    Part part = Part.direct(command, all);
    requireRunnable(List.of(part), null);
    try (LockedSession session = LockedSession.open(target, command, options)) {
      require(precondition, session);
      return run(
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
                      ledger().record(connection, run, copied(entry, session));
                    }
                  }));
    }
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
    try (LockedSession session = LockedSession.open(target, command, options)) {
      MigrationStatus.requireWhole(session.ledger().advance(), command);
      run(
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
        ledger()
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

  private static LedgerEntry copied(LedgerEntry entry, LockedSession session) {
    return new LedgerEntry(
        entry.name(),
        entry.parents(),
        entry.up(),
        entry.down(),
        entry.before(),
        entry.after(),
        session.origin().toString(),
        ToolVersion.current(),
        Duration.ZERO,
        0);
  }

  private static LedgerEntry entry(
      Migration migration, LockedSession session, Duration duration, int statements) {
    return new LedgerEntry(
        migration.name(),
        migration.parents(),
        migration.up().hash(),
        migration.down().hash(),
        migration.manifest().before(),
        migration.manifest().after(),
        session.origin().toString(),
        ToolVersion.current(),
        duration,
        statements);
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
    Part part = Part.direct(migration, statements);
    requireRunnable(List.of(part), null);
    try (LockedSession session = LockedSession.open(target, "rollback", options)) {
      Advance advance = session.ledger().advance();
      if (advance == null || !advance.migration().equals(migration)) {
        throw new SlipwayException(
            MigrationError.PARTLY_APPLIED,
            migration + " is not applied in part any more. Nothing ran.",
            "Run the command again.");
      }
      require(precondition, session);
      return run(
          session,
          "rollback",
          List.of(),
          1,
          runner ->
              runner.run(
                  part,
                  null,
                  (connection, run, duration) ->
                      target.dialect().ledger().forget(connection, migration)));
    }
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

  private void require(Precondition precondition, LockedSession session) {
    try {
      precondition.check(session.connection());
    } catch (SQLException e) {
      throw LockedSession.failed(target.dialect(), "Checking the target", e);
    }
  }

  private RunResult run(
      LockedSession session,
      String command,
      List<StandIn> standIns,
      int parts,
      Consumer<PartRunner> work) {
    if (parts == 0 && standIns.isEmpty()) {
      return RunResult.nothing();
    }
    var history = RunHistory.begin(session, command);
    var runner = new PartRunner(session, options, history.run(), parts);
    try {
      standIns.forEach(runner::record);
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

  /** Throws before anything runs when a script can't be run, or an answer has no question. */
  private void requireRunnable(List<Part> parts, @Nullable Advance advance) {
    parts.forEach(part -> Course.of(part, target.dialect(), advanceOf(part, advance)));
    parts.forEach(Part::requireWorks);
    SegmentRecord open = advance == null ? null : advance.open();
    for (SegmentAnswer answer : options.answers()) {
      boolean isAsked =
          advance != null
              && open != null
              && advance.migration().equals(answer.migration())
              && open.entry().number() == answer.segment();
      if (!isAsked) {
        throw new SlipwayException(
            MigrationError.UNASKED_ANSWER,
            "Nobody asks about " + answer.address() + ": it was not left in doubt.",
            "Take the answer away; status shows which segment is in doubt.");
      }
    }
  }

  private static @Nullable Advance advanceOf(Part part, @Nullable Advance advance) {
    return advance != null
            && advance.migration().equals(part.name())
            && advance.direction() == part.direction()
        ? advance
        : null;
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
