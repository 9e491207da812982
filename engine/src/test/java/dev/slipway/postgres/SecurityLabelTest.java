package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.catalog.SecurityLabel;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlanText;
import dev.slipway.planner.Desired;
import dev.slipway.planner.PlannerError;
import dev.slipway.planner.SchemaPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Labels without a provider: none comes with the servers, so the cases write them into the system
 * catalog, and what is planned is compared but can't be carried out.
 */
class SecurityLabelTest {

  /** Views are printed otherwise by older versions. */
  private static final int GOLDEN_VERSION = 18;

  private static final Path FOLDER = Path.of("src/test/cases/labels/all");

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_plan_labels_and_say_why_they_are_not_given(int version)
      throws IOException, SQLException {
    var planner = new SchemaPlanner(new Postgres(), new TestShadow(TestServer.of(version)));
    Catalog after;
    try (TestDatabase database = TestServer.of(version).newDatabase()) {
      database.run(Files.readString(FOLDER.resolve("after.sql")));
      after = database.read();
    }
    try (TestDatabase database = TestServer.of(version).newDatabase()) {
      database.run(Files.readString(FOLDER.resolve("before.sql")));
      Catalog before = database.read();

      Plan plan = planner.plan(before, Desired.of(after));

      if (version == GOLDEN_VERSION) {
        Golden.check(FOLDER.resolve("plan.txt"), PlanText.of(plan));
      }
      assertThat(CatalogJson.read(CatalogJson.write(after))).isEqualTo(after);
      SlipwayException refusal =
          catchThrowableOfType(SlipwayException.class, () -> planner.prove(plan, before, after));
      assertThat(refusal.code()).isEqualTo(PlannerError.PROOF_IMPOSSIBLE);
      Golden.check(
          Path.of("src/test/cases/errors/proof-impossible.txt"),
          "proof-impossible: " + refusal.what() + "\n" + refusal.next() + "\n");
      assertThat(refusal).hasMessageContaining("allow_unmodelled");
      List<String> up =
          Stream.concat(Stream.of("set allow_system_table_mods = on"), plan.up().stream()).toList();
      assertThatThrownBy(() -> database.runTogether(up)).hasMessageContaining("is not loaded");
      assertThat(database.read()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = 17)
  void should_leave_out_labels_that_are_allowed(int version) throws IOException, SQLException {
    try (TestDatabase database = TestServer.of(version).newDatabase()) {
      database.run(Files.readString(FOLDER.resolve("before.sql")));
      Scope scope = Scope.all().allowing(Names.of(List.of("security label for some on *")));

      Catalog catalog = new Postgres().introspect(database.connection(), scope);

      assertThat(catalog.all(SecurityLabel.class))
          .extracting(label -> label.id().toString())
          .containsExactlyInAnyOrder(
              "security label for Odd \"provider on table \"S \"\"1\".t",
              "security label for Odd \"provider on view public.v");
      assertThat(catalog.seen().leftOut())
          .contains("security label for some on column \"S \"\"1\".t.gone");
    }
  }
}
