package dev.slipway.workspace;

import dev.slipway.diff.Change;
import dev.slipway.plan.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an environment differs from what its migrations made of it.
 *
 * @param environment its name
 * @param differences each difference; none where nothing is applied
 * @param back what makes it again what the migrations made
 * @param forth what makes of that what it is, as a migration would
 */
public record Drift(String environment, List<Difference> differences, Way back, Way forth) {

  /**
   * One difference.
   *
   * @param change from what the migrations made to what is there
   * @param mark tells this difference from every other one, also of the same object: 64 lower-case
   *     hexadecimal digits
   */
  public record Difference(Change change, String mark) {}

  /**
   * A way from one to the other.
   *
   * @param plan its steps; null where there is none
   * @param impossible why there is none; null where there is one
   */
  public record Way(@Nullable Plan plan, @Nullable String impossible) {}

  /** Copies the list. */
  public Drift {
    differences = List.copyOf(differences);
  }
}
