package dev.slipway.workspace;

import dev.slipway.diff.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rebase} did.
 *
 * @param moved the names of the migrations that are behind the others now; empty when there is one
 *     line of migrations
 * @param onto the last of the others; null when there is one line
 * @param changes what the moved ones make of the schema that the others lead to
 */
public record Rebased(List<String> moved, @Nullable String onto, List<Change> changes) {

  /** Copies the lists. */
  public Rebased {
    moved = List.copyOf(moved);
    changes = List.copyOf(changes);
  }

  /** That nothing had to be moved. */
  static Rebased nothing() {
    return new Rebased(List.of(), null, List.of());
  }
}
