package dev.slipway.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlanText;

/** That planning and proving within an {@link Excerpt} gives what the long way gives. */
final class ShortCut {

  private ShortCut() {}

  /**
   * Takes the short way.
   *
   * @param planner one that takes the long way
   * @param plan what it planned
   * @param end what it proved
   */
  static void check(
      SchemaPlanner planner, Catalog before, Desired desired, Plan plan, Catalog end) {
    Excerpt excerpt = Excerpt.of(before, desired);
    Desired part = excerpt.desired(desired.renames());
    Plan within = planner.plan(excerpt.before(), part);
    assertThat(PlanText.of(within)).as("the plan of the excerpt").isEqualTo(PlanText.of(plan));
    assertThat(within.changes()).isEqualTo(plan.changes());
    assertThat(within.columnOrders()).isEqualTo(plan.columnOrders());

    Excerpt proved = Excerpt.of(before, Desired.of(desired.catalog()));
    Catalog whole =
        proved.complete(
            planner.prove(plan, proved.before(), proved.desired(java.util.List.of()).catalog()));
    assertThat(whole).as("what the excerpt arrives at").isEqualTo(end);
    assertThat(whole.dependencies().asMap()).isEqualTo(end.dependencies().asMap());
    assertThat(whole.columnOrder()).isEqualTo(end.columnOrder());
    assertThat(whole.viewTypes()).isEqualTo(end.viewTypes());
  }
}
