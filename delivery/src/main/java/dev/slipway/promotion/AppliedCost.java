package dev.slipway.promotion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a migration of a deployment cost, beside what it cost in the rehearsal.
 *
 * @param name the migration
 * @param milliseconds how long it took
 * @param lockWaitMilliseconds how long it waited for locks; null where an older version applied it
 * @param rehearsedMilliseconds how long it took in the rehearsal; null where there was none
 * @param rehearsedLockWaitMilliseconds how long it waited for locks there; null likewise
 */
public record AppliedCost(
    String name,
    long milliseconds,
    @Nullable Long lockWaitMilliseconds,
    @Nullable Long rehearsedMilliseconds,
    @Nullable Long rehearsedLockWaitMilliseconds) {

  /**
   * Those of a deployment, in its order.
   *
   * @param applied the costs that were kept when it was applied
   * @param rehearsed the costs of the rehearsal
   */
  static List<AppliedCost> of(JsonNode applied, JsonNode rehearsed) {
    List<AppliedCost> costs = new ArrayList<>();
    for (JsonNode cost : applied) {
      String name = cost.path("name").asString("");
      Long took = null;
      Long waited = null;
      for (JsonNode other : rehearsed) {
        if (other.path("name").asString("").equals(name)) {
          took = number(other.path("milliseconds"));
          waited = number(other.path("lockWaitMilliseconds"));
        }
      }
      costs.add(
          new AppliedCost(
              name,
              cost.path("milliseconds").asLong(0),
              number(cost.path("lockWaitMilliseconds")),
              took,
              waited));
    }
    return costs;
  }

  private static @Nullable Long number(JsonNode node) {
    return node.isNumber() ? Long.valueOf(node.asLong()) : null;
  }
}
