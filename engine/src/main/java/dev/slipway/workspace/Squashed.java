package dev.slipway.workspace;

import dev.slipway.migration.Migration;
import dev.slipway.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code squash} did.
 *
 * @param plan what the one migration does, proved to lead to where the others lead
 * @param replaced the names of the migrations that it stands for, in their order
 * @param migration the migration that was written; null for a dry run
 */
public record Squashed(Plan plan, List<String> replaced, @Nullable Migration migration) {

  /** Copies the names. */
  public Squashed {
    replaced = List.copyOf(replaced);
  }
}
