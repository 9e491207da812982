package dev.slipway.workspace;

import dev.slipway.dialect.ParkedEntry;
import dev.slipway.migration.Migration;
import dev.slipway.migration.StepReverse.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a migration can be taken back from an environment.
 *
 * @param migration its name
 * @param standing the class of the worst of its steps, as things are now
 * @param until until when what it parks is kept; null where it parks nothing, or is not applied
 * @param reasons what is lost for good, as sentences; empty where nothing is
 */
public record WayBackClass(
    String migration, Standing standing, @Nullable Instant until, List<String> reasons) {

  /** Copies the list. */
  public WayBackClass {
    reasons = List.copyOf(reasons);
  }

  /**
   * That of one migration.
   *
   * @param parked what is parked in the environment
   * @param entries what its ledger says of that
   */
  static WayBackClass of(Migration migration, List<Parked> parked, List<ParkedEntry> entries) {
    List<String> reasons = new ArrayList<>(migration.irreversible());
    entries.stream()
        .filter(entry -> migration.name().equals(entry.migration()) && entry.purgedAt() != null)
        .forEach(entry ->
            reasons.add(
                entry.object()
                    + (entry.isRows() ? " were" : " was")
                    + " purged at "
                    + entry.purgedAt()));
    Instant until =
        parked.stream()
            .filter(each -> migration.name().equals(each.migration()))
            .map(Parked::until)
            .min(Instant::compareTo)
            .orElse(null);
    Standing standing =
        !reasons.isEmpty()
            ? Standing.IRREVERSIBLE
            : until != null || migration.parks() ? Standing.PARKED : Standing.REVERSIBLE;
    return new WayBackClass(migration.name(), standing, until, reasons);
  }
}
