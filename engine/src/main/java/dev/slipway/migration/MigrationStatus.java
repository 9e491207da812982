package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.Ledger;
import dev.slipway.dialect.Run;
import dev.slipway.dialect.ScriptHash;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a history and a target's ledger relate.
 *
 * @param applied what the target has, in the order in which it was applied
 * @param pending what the target lacks, in the history's order
 * @param late those of the pending that come before one that is applied
 * @param unknown what the target has, but the history has not
 * @param edited scripts that would not do what they did when they were applied
 * @param reworded scripts that only differ in comments or white space from what was applied
 * @param standIns those of the applied that the ledger has under the names of what they stand for;
 *     the next migrate writes them down
 * @param advance how far a migration is that is neither whole nor absent; null when there is none
 */
public record MigrationStatus(
    List<AppliedMigration> applied,
    List<Migration> pending,
    List<Migration> late,
    List<AppliedMigration> unknown,
    List<Edit> edited,
    List<Edit> reworded,
    List<StandIn> standIns,
    @Nullable Advance advance) {

  /** Copies the lists. */
  public MigrationStatus {
    applied = List.copyOf(applied);
    pending = List.copyOf(pending);
    late = List.copyOf(late);
    unknown = List.copyOf(unknown);
    edited = List.copyOf(edited);
    reworded = List.copyOf(reworded);
    standIns = List.copyOf(standIns);
  }

  /**
   * A script that is not what was applied.
   *
   * @param migration the migration's name
   * @param file the script
   * @param applied its hashes when it was applied
   * @param now its hashes now
   */
  public record Edit(String migration, Path file, ScriptHash applied, ScriptHash now) {}

  /**
   * Reads a target's ledger and compares: what an application asks at its start. Takes no lock and
   * writes nothing; a target without a ledger has nothing applied.
   *
   * @throws SlipwayException when the target can't be read; what it has or lacks is no error
   */
  public static MigrationStatus read(Target target, History history) {
    return of(history, LedgerContents.read(target));
  }

  /** Compares a history with what a ledger says. */
  public static MigrationStatus of(History history, LedgerContents ledger) {
    List<StandIn> standIns = StandIn.of(history, ledger.applied());
    List<AppliedMigration> applied = StandIn.inPlace(ledger.applied(), standIns);
    Map<String, AppliedMigration> byName =
        applied.stream().collect(Collectors.toMap(AppliedMigration::name, entry -> entry));
    var pending = new ArrayList<Migration>();
    var late = new ArrayList<Migration>();
    var edits = new ArrayList<Edit>();
    for (Migration migration : history.migrations()) {
      AppliedMigration entry = byName.get(migration.name());
      if (entry == null) {
        migration.requireReadable();
        pending.add(migration);
      } else {
        late.clear();
        late.addAll(pending);
        edits.addAll(edits(migration, entry, ledger.advance()));
      }
    }
    return new MigrationStatus(
        applied,
        pending,
        late,
        applied.stream().filter(entry -> history.find(entry.name()) == null).toList(),
        edits.stream().filter(edit -> !isSameContent(edit)).toList(),
        edits.stream().filter(MigrationStatus::isSameContent).toList(),
        standIns,
        ledger.advance());
  }

  /** What is being taken back is compared segment by segment when that goes on. */
  private static List<Edit> edits(
      Migration migration, AppliedMigration applied, @Nullable Advance advance) {
    boolean isOnItsWayBack = advance != null && advance.migration().equals(migration.name());
    var edits = new ArrayList<Edit>();
    if (!migration.up().is(applied.entry().up())) {
      edits.add(edit(migration, migration.up(), applied.entry().up()));
    }
    if (!migration.down().is(applied.entry().down()) && !isOnItsWayBack) {
      edits.add(edit(migration, migration.down(), applied.entry().down()));
    }
    return edits;
  }

  private static Edit edit(Migration migration, MigrationScript script, ScriptHash applied) {
    return new Edit(migration.name(), script.file(), applied, script.hash());
  }

  private static boolean isSameContent(Edit edit) {
    return edit.applied().content().equals(edit.now().content());
  }

  /** Whether nothing is pending and nothing is wrong. */
  public boolean isUpToDate() {
    return pending.isEmpty() && unknown.isEmpty() && edited.isEmpty() && advance == null;
  }

  /** Throws when the next migration must not run on what the target has. */
  void requireConsistent() {
    StandIn.refusePartial(pending, unknown);
    requireKnown(unknown);
    requireUnedited(edited);
    if (!late.isEmpty()) {
      throw new SlipwayException(
          MigrationError.OUT_OF_ORDER,
          "Not applied, though later ones are:\n"
              + late.stream()
                  .map(migration -> "  " + migration.folder())
                  .collect(Collectors.joining("\n"))
              + "\nThe last one applied is "
              + applied.getLast().name()
              + ".",
          "Delete the folders that are named and run generate again, so that they are proved on"
              + " top; or roll back to before them first.");
    }
    requireNextForth();
  }

  /** Throws when a migration is neither whole nor absent, and is not the one to go on with. */
  private void requireNextForth() {
    if (advance == null) {
      return;
    }
    if (advance.direction() == Run.Direction.DOWN) {
      throw new SlipwayException(
          MigrationError.PARTLY_TAKEN_BACK,
          brief(advance) + " Nothing ran.",
          "Finish it first: run rollback again, to the migration before it.");
    }
    if (pending.isEmpty() || !pending.getFirst().name().equals(advance.migration())) {
      throw new SlipwayException(
          MigrationError.PARTLY_APPLIED,
          brief(advance)
              + " Here it is not the next one to be applied"
              + (pending.isEmpty() ? "" : ": that is " + pending.getFirst().name())
              + ". Nothing ran.",
          "Restore the folder of migrations as it was, or take the migration back with rollback.");
    }
  }

  /** Throws when a migration is neither whole nor absent, and is not the one to take back next. */
  void requireNextBack(List<String> names) {
    if (advance == null) {
      return;
    }
    if (advance.direction() == Run.Direction.UP) {
      throw new SlipwayException(
          MigrationError.PARTLY_APPLIED,
          brief(advance) + " Nothing ran.",
          "Finish it with migrate, or take back what stayed of it.");
    }
    if (names.isEmpty() || !names.getFirst().equals(advance.migration())) {
      throw new SlipwayException(
          MigrationError.PARTLY_TAKEN_BACK,
          brief(advance) + " Nothing ran.",
          "Finish it first: run rollback to the migration before it.");
    }
  }

  /** Throws when a migration is neither whole nor absent. */
  public static void requireWhole(@Nullable Advance advance, String command) {
    if (advance != null) {
      throw new SlipwayException(
          advance.direction() == Run.Direction.UP
              ? MigrationError.PARTLY_APPLIED
              : MigrationError.PARTLY_TAKEN_BACK,
          brief(advance) + " Nothing ran.",
          "Finish it with "
              + (advance.direction() == Run.Direction.UP ? "migrate" : "rollback")
              + " before "
              + command
              + ".");
    }
  }

  private static String brief(Advance advance) {
    int done = advance.done().size();
    return advance.migration()
        + " is "
        + PartStanding.verb(advance.direction())
        + " in part: "
        + done
        + " of "
        + advance.segments().getLast().entry().of()
        + " segments since "
        + advance.segments().getFirst().begunAt()
        + ".";
  }

  static void requireKnown(List<AppliedMigration> unknown) {
    if (!unknown.isEmpty()) {
      throw new SlipwayException(
          MigrationError.APPLIED_BUT_MISSING,
          "The target has migrations that the folder has not: "
              + unknown.stream()
                  .map(entry ->
                      entry.name()
                          + " (applied "
                          + entry.at()
                          + " by "
                          + entry.by()
                          + " from "
                          + entry.entry().from()
                          + ")")
                  .collect(Collectors.joining(", "))
              + ".",
          "Restore their folders, or update your working copy; they may be on another branch.");
    }
  }

  static void requireUnedited(List<Edit> edited) {
    if (!edited.isEmpty()) {
      throw new SlipwayException(
          MigrationError.EDITED_AFTER_APPLY,
          edited.stream()
              .map(edit ->
                  edit.file()
                      + " was edited after it was applied: its content was "
                      + brief(edit.applied().content())
                      + ", now it is "
                      + brief(edit.now().content())
                      + ".")
              .collect(Collectors.joining("\n")),
          "Restore the file as it was applied, and put the change into a new migration.");
    }
  }

  private static String brief(String hash) {
    return hash.substring(0, Math.min(12, hash.length()));
  }

  static SlipwayException tooNew(int format) {
    return new SlipwayException(
        MigrationError.LEDGER_TOO_NEW,
        "The target's ledger has the format "
            + format
            + "; this version ("
            + ToolVersion.current()
            + ") knows formats up to "
            + Ledger.FORMAT
            + ".",
        "Use the version of Slipway that wrote it, or a newer one.");
  }
}
