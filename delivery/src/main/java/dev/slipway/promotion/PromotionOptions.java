package dev.slipway.promotion;

import dev.slipway.backup.BackupStore;
import dev.slipway.backup.Backups;
import dev.slipway.migration.ExecutorOptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a promotion is done.
 *
 * @param to the last migration that comes along; null for all
 * @param waivers the gates that are waived
 * @param by who asks for it
 * @param checks the folder of checks for the verification
 * @param smoke the folder of smoke checks
 * @param watch the folder of what has to hold while it is watched
 * @param variables the variables of the process, which checks name
 * @param clock what tells the time of samples
 * @param backups who takes backups
 * @param backupStore where they go
 * @param evidence a file of evidence, in place of asking the environment before; null for none
 * @param executor how the executor behaves
 * @param back the same where it takes back
 * @param checkLimit how long a check's query may take
 */
public record PromotionOptions(
    @Nullable String to,
    List<Waiver> waivers,
    String by,
    Path checks,
    Path smoke,
    Path watch,
    Map<String, String> variables,
    Clock clock,
    Backups backups,
    BackupStore backupStore,
    @Nullable Path evidence,
    ExecutorOptions executor,
    ExecutorOptions back,
    Duration checkLimit) {

  /** Copies the collections. */
  public PromotionOptions {
    waivers = List.copyOf(waivers);
    variables = Map.copyOf(variables);
  }

  /** The same with another last migration and other waivers. */
  PromotionOptions with(@Nullable String last, List<Waiver> others) {
    return new PromotionOptions(
        last,
        others,
        by,
        checks,
        smoke,
        watch,
        variables,
        clock,
        backups,
        backupStore,
        evidence,
        executor,
        back,
        checkLimit);
  }
}
