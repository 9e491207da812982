package dev.slipway.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Script;
import dev.slipway.diff.Differ;
import dev.slipway.plan.Plan;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.ScriptLoader;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds of any two schemas. Each test is named by its seed: {@code -Drandom.seed=SEED
 * -Drandom.runs=1} runs it again; more runs take longer.
 */
class RandomSchemasTest {

  private static final long SEED = Long.getLong("random.seed", 1);
  private static final int RUNS = Integer.getInteger("random.runs", 15);

  @TestFactory
  Stream<DynamicNode> should_lead_from_any_schema_to_any_other_and_back() {
    Dialect dialect = new Postgres();
    Shadow shadow = EmbeddedShadow.open(dialect, 17, List.of());
    List<DynamicNode> tests = new ArrayList<>();
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      long own = seed;
      tests.add(DynamicTest.dynamicTest("seed " + seed, () -> check(dialect, shadow, own)));
    }
    return tests.stream().onClose(shadow::close);
  }

  private static void check(Dialect dialect, Shadow shadow, long seed) {
    var random = new Random(seed);
    RandomSchema one = RandomSchema.of(random);
    RandomSchema other = RandomSchema.of(random);
    String sql = one.sql(random);
    Catalog before = load(dialect, shadow, sql);
    Catalog after = load(dialect, shadow, other.sql(random));

    assertThat(load(dialect, shadow, one.sql(random)).fingerprint())
        .as("in another order:\n" + sql)
        .isEqualTo(before.fingerprint());
    assertThat(Differ.compare(before, before)).isEmpty();

    var planner = new SchemaPlanner(dialect, shadow);
    Plan plan = planner.plan(before, Desired.of(after));
    Catalog end = planner.prove(plan, before, after);
    assertThat(planner.plan(end, Desired.of(after)).up()).as("the second plan").isEmpty();
  }

  private static Catalog load(Dialect dialect, Shadow shadow, String sql) {
    try (ShadowDatabase database = shadow.scratch()) {
      var script = new Script("random schema", dialect.parts(sql).statements());
      ScriptLoader.load(database.connection(), List.of(script));
      return dialect.introspect(database.connection(), shadow.scope());
    }
  }
}
