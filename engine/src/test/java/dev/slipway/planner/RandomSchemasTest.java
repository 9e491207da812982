package dev.slipway.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.catalog.Kind;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.diff.Differ;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Plan;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.ScriptLoader;
import dev.slipway.shadow.Shadow;
import dev.slipway.shadow.ShadowDatabase;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * What holds of any two schemas, on a real server.
 *
 * <p>{@code -Drandom.version=15} takes another server, {@code -Djqwik.tries.default=500} takes
 * longer, {@code -Drandom.seed=…} takes other schemas. A failure shows both schemas as SQL, as
 * small as could be found in a minute. jqwik's own shrinking would go on in another thread when its
 * time is over, on the connection of the next test.
 */
class RandomSchemasTest {

  /** The choices are the same in every build, since jqwik's seed is; this turns them all. */
  private static final long SEED = Long.getLong("random.seed", 1);

  private static final Dialect DIALECT = new Postgres();

  /** No statement of a definition makes these, and why. */
  private static final Set<Kind> NEVER =
      EnumSet.of(
          // They belong to the server, on which two schemas would see those of each other.
          Kind.ROLE,
          Kind.ROLE_MEMBER,
          // Functions in C that no server brings.
          Kind.BASE_TYPE,
          // A provider is a library that the server loads at its start.
          Kind.SECURITY_LABEL,
          // Only another server can be subscribed to, and a difference is refused by name.
          Kind.SUBSCRIPTION);

  private static @Nullable EmbeddedShadow shadow;

  @BeforeContainer
  static void start() {
    shadow = open();
  }

  private static EmbeddedShadow open() {
    return EmbeddedShadow.open(
        DIALECT,
        Integer.getInteger("random.version", 17),
        List.of(),
        Scope.all().comparing(Set.of(Compared.OWNERS)));
  }

  @AfterContainer
  static void stop() {
    shadow().close();
  }

  private static Shadow shadow() {
    return Objects.requireNonNull(shadow, "the server was not started");
  }

  @Provide
  static Arbitrary<RandomSchema> schemas() {
    return numbers()
        .list()
        .ofSize(RandomSchema.SLOTS.size())
        .map(choices -> new RandomSchema(turned(choices, 100)));
  }

  @Provide
  static Arbitrary<RandomEdit> edits() {
    Arbitrary<List<Integer>> edits =
        Arbitraries.integers()
            .between(0, 9999)
            .withDistribution(RandomDistribution.uniform())
            .list()
            .ofMinSize(2)
            .ofMaxSize(12)
            .map(choices -> turned(choices, 10_000));
    return Combinators.combine(schemas(), edits).as(RandomEdit::of);
  }

  private static List<Integer> turned(List<Integer> choices, int bound) {
    var random = new Random(SEED);
    return choices.stream().map(choice -> (choice + random.nextInt(bound)) % bound).toList();
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 99).withDistribution(RandomDistribution.uniform());
  }

  @Property(seed = "1", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void should_lead_to_any_edit_of_a_schema_and_back(@ForAll("edits") RandomEdit edit) {
    Throwable failure = failure(edit);
    if (failure != null) {
      RandomEdit small = new Smaller(RandomSchemasTest::failure).of(edit, failure);
      throw new AssertionError("This alone also fails:\n" + small, failure);
    }
  }

  /** What goes wrong between two schemas; null for nothing. */
  private static @Nullable Throwable failure(RandomEdit edit) {
    try {
      leadThereAndBack(edit);
      return null;
    } catch (SlipwayException | AssertionError | IllegalStateException e) {
      return e;
    }
  }

  private static void leadThereAndBack(RandomEdit edit) {
    Catalog before = load(edit.before(), 1);
    Catalog after = load(edit.after(), 2);
    var desired = new Desired(after, edit.renames());

    var planner = new SchemaPlanner(DIALECT, shadow(), Ways.DIRECT, /* whole= */ true);
    Plan plan = planner.plan(before, desired);
    Catalog end = planner.prove(plan, before, after);
    ShortCut.check(planner, before, desired, plan, end);
    assertThat(planner.plan(end, desired).up()).as("the second plan").isEmpty();
  }

  @Property(seed = "1", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void should_read_the_same_whatever_the_order(@ForAll("schemas") RandomSchema schema) {
    Catalog one = load(schema, 1);
    Catalog other = load(schema, 2);

    assertThat(other).isEqualTo(one);
    assertThat(other.fingerprint()).isEqualTo(one.fingerprint());
    assertThat(Differ.compare(one, other)).isEmpty();
    assertThat(CatalogJson.read(CatalogJson.write(one))).isEqualTo(one);
  }

  @Property(seed = "1", tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void should_make_every_kind(@ForAll("manySchemas") List<RandomSchema> schemas) {
    Set<Kind> missing = EnumSet.complementOf(EnumSet.copyOf(NEVER));
    for (RandomSchema schema : schemas) {
      if (!missing.isEmpty()) {
        load(schema, 1).objects().forEach(object -> missing.remove(object.id().kind()));
      }
    }
    assertThat(missing).isEmpty();
  }

  @Provide
  static Arbitrary<List<RandomSchema>> manySchemas() {
    return schemas().list().ofSize(60);
  }

  private static Catalog load(RandomSchema schema, long order) {
    try (ShadowDatabase database = shadow().scratch()) {
      String sql = schema.sql(new Random(order));
      var script = new Script("random schema", DIALECT.parts(sql).statements());
      ScriptLoader.load(database.connection(), List.of(script));
      return DIALECT.introspect(database.connection(), shadow().scope());
    }
  }
}
