package dev.slipway.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.plan.Parking;
import dev.slipway.plan.Plan;
import dev.slipway.plan.PlanText;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.SeparateShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code src/test/cases/plan/KIND/CASE} is a case: {@code before.sql}, {@code
 * after.sql}, {@code compare.txt} where owners or roles are compared, and the golden {@code
 * plan.txt}. In both directions the plan is made, proved, and a second plan must be empty. The same
 * cases are carried out on 15, 17 and 18, as a user would, by {@code OwnCasesTest} of the
 * end-to-end tests, but for those that compare roles, which are proved on the three versions here.
 */
class PlannerCasesTest {

  private static final Path CASES = Path.of("src/test/cases/plan");
  private static final String COMPARE = "compare.txt";
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  /** In the name of a case whose SQL older versions do not know. */
  private static final String SINCE = "-since-18";

  /**
   * Expressions are printed alike by all versions that are run, but the golden texts are those of
   * one.
   */
  private static final int GOLDEN_VERSION = 17;

  private static final Parking PARKING = new Parking("20260102030405");

  @TestFactory
  Stream<DynamicNode> should_plan_and_prove_on_17() throws IOException {
    return run(17, cases(folder -> !folder.toString().contains(SINCE)));
  }

  @TestFactory
  Stream<DynamicNode> should_plan_and_prove_on_18() throws IOException {
    return run(
        18,
        cases(folder ->
            folder.toString().contains(SINCE) || comparesRoles(folder) || isOnline(folder)));
  }

  @TestFactory
  Stream<DynamicNode> should_plan_and_prove_on_15() throws IOException {
    return run(15, cases(folder -> comparesRoles(folder) || isOnline(folder)));
  }

  private static Stream<DynamicNode> run(int version, List<Path> cases) {
    if (cases.isEmpty()) {
      return Stream.empty();
    }
    Dialect dialect = new Postgres();
    Shadow shadow = EmbeddedShadow.open(dialect, version, List.of());
    Scope owners = Scope.all().comparing(Set.of(Compared.OWNERS));
    Shadow comparing = EmbeddedShadow.open(dialect, version, List.of(), owners);
    Scope all = Scope.all().comparing(Set.of(Compared.values()));
    List<Shadow> ofRoles = new ArrayList<>();
    List<DynamicNode> tests = new ArrayList<>();
    for (Path folder : cases) {
      String name = CASES.relativize(folder).toString();
      boolean comparesRoles = comparesRoles(folder);
      if (comparesRoles && ofRoles.isEmpty()) {
        ofRoles.add(SeparateShadow.open(dialect, version, List.of(), all));
      }
      Shadow used =
          comparesRoles
              ? ofRoles.getFirst()
              : Files.exists(folder.resolve(COMPARE)) ? comparing : shadow;
      tests.add(DynamicTest.dynamicTest(name, () -> check(dialect, used, folder, version)));
    }
    return tests.stream()
        .onClose(shadow::close)
        .onClose(comparing::close)
        .onClose(() -> ofRoles.forEach(Shadow::close));
  }

  private static List<Path> cases(Predicate<Path> chosen) throws IOException {
    PathMatcher wanted =
        FileSystems.getDefault().getPathMatcher("glob:" + System.getProperty("cases", "*"));
    try (Stream<Path> files = Files.walk(CASES)) {
      return files
          .filter(file -> file.endsWith("before.sql"))
          .map(Path::getParent)
          .filter(folder ->
              System.getProperty("cases", "*").equals("*")
                  || wanted.matches(CASES.relativize(folder)))
          .filter(chosen)
          .sorted()
          .toList();
    }
  }

  /** Those have servers of their own, and so they are not among the cases of the judge. */
  private static boolean comparesRoles(Path folder) {
    Path compare = folder.resolve(COMPARE);
    try {
      return Files.exists(compare) && Files.readString(compare).contains("roles");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Dialect dialect, Shadow shadow, Path folder, int version)
      throws IOException {
    Catalog before = read(dialect, shadow, folder.resolve("before.sql")).catalog();
    Desired desired = read(dialect, shadow, folder.resolve("after.sql"));
    Catalog after = desired.catalog();
    var planner = new SchemaPlanner(dialect, shadow, ways(folder), /* whole= */ true);

    Plan plan = planner.plan(before, desired);
    Catalog end = planner.prove(plan, before, after);
    ShortCut.check(planner, before, desired, plan, end);
    assertThat(planner.plan(end, desired).up()).as("the second plan").isEmpty();
    Catalog written = CatalogJson.read(CatalogJson.write(end));
    assertThat(written).isEqualTo(end);
    assertThat(written.viewTypes()).isEqualTo(end.viewTypes());

    Plan opposite = planner.plan(after, Desired.of(before));
    Catalog back = planner.prove(opposite, after, before);
    ShortCut.check(planner, after, Desired.of(before), opposite, back);

    provePark(planner, before, desired);
    provePark(planner, after, Desired.of(before));

    if (version == GOLDEN_VERSION || folder.toString().contains(SINCE)) {
      compare(folder.resolve("plan.txt"), PlanText.of(plan));
    }
  }

  /**
   * What is parked is out of sight, and comes back; so a proof of it is one of the same catalogs.
   */
  private static void provePark(SchemaPlanner planner, Catalog before, Desired desired) {
    SchemaPlanner parking = planner.parking(PARKING);
    Plan plan = parking.plan(before, desired);
    if (!plan.parked().isEmpty()) {
      parking.prove(plan, before, desired.catalog());
    }
  }

  /** What is about an area of its own, others go about directly. */
  private static Ways ways(Path folder) {
    return isOnline(folder) ? Ways.ONLINE : Ways.DIRECT;
  }

  private static boolean isOnline(Path folder) {
    return CASES.relativize(folder).startsWith("online");
  }

  private static Desired read(Dialect dialect, Shadow shadow, Path file) {
    var reader = new SourceReader(dialect, shadow, CASES, List.of(), (database, path) -> {});
    return reader.read(new Source.SqlFiles(file));
  }

  private static void compare(Path golden, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.exists(golden) ? Files.readString(golden) : "(no golden)");
  }
}
