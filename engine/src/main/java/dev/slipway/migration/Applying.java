package dev.slipway.migration;

import dev.slipway.plan.Sample;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies what a target lacks, after its rows and its releases were asked. */
final class Applying {

  private final Target target;
  private final ExecutorOptions options;
  private final RecordedRuns runs;

  Applying(Target target, ExecutorOptions options) {
    this.target = target;
    this.options = options;
    this.runs = new RecordedRuns(target, options);
  }

  RunResult migrate(History history, @Nullable String to, LedgerContents ledger) {
    List<Migration> wanted = upTo(history, to);
    MigrationStatus seen = MigrationStatus.of(history, ledger);
    if (pendingOf(wanted, seen).isEmpty() && seen.standIns().isEmpty()) {
      return RunResult.nothing();
    }
    try (LockedSession session = LockedSession.open(target, "migrate", options)) {
      MigrationStatus status = MigrationStatus.of(history, session.ledger());
      List<Migration> pending = pendingOf(wanted, status);
      List<Part> parts = pending.stream().map(Part::up).toList();
      runs.requireRunnable(parts, status.advance());
      Preflight preflight = Preflight.of(pending, RecordedRuns.begun(status));
      requireUnused(history, pending, session);
      preflight.require(session, options);
      tell(PendingHazards.of(pending, preflight.questions()), session);
      return runs.run(
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
                  RecordedRuns.advanceOf(parts.get(i), status.advance()),
                  (connection, run, duration) -> {
                    int statements = migration.up().statements().size();
                    runs.ledger()
                        .record(
                            connection, run, Entries.of(migration, session, duration, statements));
                    runs.park(connection, migration.name(), migration.down().parked());
                  });
            }
          });
    }
  }

  List<Migration> pending(History history, @Nullable String to) {
    return pendingOf(upTo(history, to), MigrationStatus.read(target, history));
  }

  PreflightResult preflight(History history, @Nullable String to, @Nullable Sample sample) {
    MigrationStatus status = MigrationStatus.read(target, history);
    List<Migration> pending = pendingOf(upTo(history, to), status);
    Preflight preflight = Preflight.of(pending, RecordedRuns.begun(status));
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

  private static List<Migration> upTo(History history, @Nullable String to) {
    List<Migration> all = history.migrations();
    if (to == null) {
      return all;
    }
    Migration last = history.find(to);
    if (last == null) {
      throw UnknownMigration.of(to, history.names());
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
}
