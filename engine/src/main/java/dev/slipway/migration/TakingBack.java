package dev.slipway.migration;

import dev.slipway.dialect.AppliedMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes back what was applied, the last one first. */
final class TakingBack {

  private final Target target;
  private final ExecutorOptions options;
  private final RecordedRuns runs;

  TakingBack(Target target, ExecutorOptions options) {
    this.target = target;
    this.options = options;
    this.runs = new RecordedRuns(target, options);
  }

  RunResult rollback(History history, String to, Set<String> allowed) {
    if (wayBack(MigrationStatus.read(target, history), history, to, allowed).isEmpty()) {
      return RunResult.nothing();
    }
    try (LockedSession session = LockedSession.open(target, "rollback", options)) {
      MigrationStatus status = MigrationStatus.of(history, session.ledger());
      List<Migration> migrations = wayBack(status, history, to, allowed);
      List<Part> parts =
          migrations.stream().map(migration -> Part.down(migration, target.dialect())).toList();
      runs.requireRunnable(parts, status.advance());
      WayBack.requireUnpurged(migrations, session.parked(), allowed);
      Preflight preflight = Preflight.back(migrations, RecordedRuns.begun(status));
      preflight.require(session, options);
      var rows = new ParkedRows(session, options);
      if (!parts.isEmpty()) {
        rows.require(parts.getFirst(), null);
      }
      return runs.run(
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
                    RecordedRuns.advanceOf(part, status.advance()),
                    (connection, run, duration) -> {
                      rows.bringBack(connection, part.name());
                      runs.ledger().remove(connection, part.name());
                      runs.ledger().unpark(connection, part.name());
                    });
              }));
    }
  }

  private List<Migration> wayBack(
      MigrationStatus status, History history, String to, Set<String> allowed) {
    List<AppliedMigration> applied = status.applied();
    List<String> names = applied.stream().map(AppliedMigration::name).toList();
    int last = names.indexOf(to);
    if (last < 0 && !to.equals(Executor.BEGINNING)) {
      throw UnknownMigration.of(to, names);
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
}
