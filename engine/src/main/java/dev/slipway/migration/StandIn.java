package dev.slipway.migration;

import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.LedgerEntry;
import dev.slipway.error.SlipwayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A migration that counts as applied since all are that it stands for.
 *
 * @param migration the migration
 * @param rows what the ledger has in its place, in the order in which it was applied
 */
public record StandIn(Migration migration, List<AppliedMigration> rows) {

  /** Copies the list. */
  public StandIn {
    rows = List.copyOf(rows);
  }

  /** The names of what the ledger has in its place. */
  public List<String> names() {
    return rows.stream().map(AppliedMigration::name).toList();
  }

  /** Those of a history, as a ledger is. */
  static List<StandIn> of(History history, List<AppliedMigration> applied) {
    Map<String, AppliedMigration> ledger = byName(applied);
    List<StandIn> found = new ArrayList<>();
    for (Migration migration : history.migrations()) {
      List<Replaced> replaces = migration.manifest().replaces();
      boolean isSame = replaces.stream().allMatch(each -> each.edited(ledger).findAny().isEmpty());
      List<AppliedMigration> rows = isSame ? Replaced.rows(replaces, ledger) : List.of();
      if (!ledger.containsKey(migration.name()) && !rows.isEmpty()) {
        found.add(
            new StandIn(
                migration,
                rows.stream()
                    .sorted(Comparator.comparingInt(AppliedMigration::position))
                    .toList()));
      }
    }
    return found;
  }

  private static Map<String, AppliedMigration> byName(Collection<AppliedMigration> applied) {
    Map<String, AppliedMigration> byName = new HashMap<>();
    applied.forEach(entry -> byName.put(entry.name(), entry));
    return byName;
  }

  /** What is applied, each in place of what it stands for. */
  static List<AppliedMigration> inPlace(List<AppliedMigration> applied, List<StandIn> standIns) {
    Map<String, StandIn> byLast = new HashMap<>();
    Set<String> replaced = new HashSet<>();
    for (StandIn standIn : standIns) {
      byLast.put(standIn.rows.getLast().name(), standIn);
      replaced.addAll(standIn.names());
    }
    List<AppliedMigration> all = new ArrayList<>();
    for (AppliedMigration entry : applied) {
      StandIn standIn = byLast.get(entry.name());
      if (standIn != null) {
        all.add(standIn.row());
      } else if (!replaced.contains(entry.name())) {
        all.add(entry);
      }
    }
    return all;
  }

  /** Who applied the last one applied it. */
  private AppliedMigration row() {
    AppliedMigration last = rows.getLast();
    Duration duration =
        rows.stream().map(row -> row.entry().duration()).reduce(Duration.ZERO, Duration::plus);
    int statements = rows.stream().mapToInt(row -> row.entry().statements()).sum();
    return new AppliedMigration(
        entry(last.entry().from(), duration, statements),
        last.position(),
        last.at(),
        last.by(),
        last.run());
  }

  /** What is written into the ledger in place of the rows. */
  LedgerEntry entry(String from, Duration duration, int statements) {
    return new LedgerEntry(
        migration.name(),
        migration.parents(),
        migration.up().hash(),
        migration.down().hash(),
        migration.manifest().before(),
        migration.manifest().after(),
        from,
        ToolVersion.current(),
        duration,
        statements);
  }

  /**
   * Refuses a ledger that has some of the migrations that another stands for, and lacks others, or
   * has other ones under their names.
   */
  static void refusePartial(List<Migration> pending, List<AppliedMigration> unknown) {
    Map<String, AppliedMigration> ledger = byName(unknown);
    for (Migration migration : pending) {
      List<Replaced> replaces = migration.manifest().replaces();
      boolean isThere = replaces.stream().flatMap(Replaced::names).anyMatch(ledger::containsKey);
      if (isThere) {
        String edited =
            replaces.stream()
                .flatMap(each -> each.edited(ledger))
                .map(Replaced::name)
                .collect(Collectors.joining(", "));
        String lacking =
            replaces.stream()
                .filter(each -> each.rows(ledger).isEmpty())
                .map(Replaced::name)
                .collect(Collectors.joining(", "));
        throw new SlipwayException(
            MigrationError.SQUASH_PARTLY_APPLIED,
            migration.name()
                + " stands for "
                + replaces.stream().map(Replaced::name).collect(Collectors.joining(", "))
                + (lacking.isEmpty() ? "" : "; the target has not all of them, it lacks " + lacking)
                + (edited.isEmpty() ? "" : "; the target has other statements as " + edited)
                + ". Nothing ran.",
            edited.isEmpty()
                ? "Apply those that are lacking from the revision before they were squashed, then"
                    + " run the command again."
                : "Find out which revision was applied there; nobody proved that the target has"
                    + " what "
                    + migration.name()
                    + " makes.");
      }
    }
  }
}
