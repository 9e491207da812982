package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.diff.Change;
import dev.slipway.diff.Differ;
import dev.slipway.diff.Spelling;
import dev.slipway.plan.Plan;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/cases/kinds} is a case: {@code common.sql} and {@code before.sql}
 * lead to one database, {@code common.sql} and {@code after.sql} to another. The generated way
 * there and back is run and read again; what it says is kept in {@code plan.sql}, and what was read
 * of the second database in {@code after.jsonl}.
 */
class KindCasesTest {

  private static final Path CASES = Path.of("src/test/cases/kinds");

  /** The version whose plans and objects are kept. */
  private static final int GOLDEN = 17;

  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        String name = folder.getFileName().toString();
        if (name.matches(System.getProperty("cases", "*").replace("*", ".*"))) {
          for (int version : new int[] {15, 17, 18}) {
            cases.add(Arguments.of(name, version));
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("cases")
  void should_lead_there_and_back(String name, int version) throws SQLException, IOException {
    Path folder = CASES.resolve(name);
    TestServer server = TestServer.of(version);
    try (TestDatabase one = server.newDatabase();
        TestDatabase two = server.newDatabase()) {
      load(one, folder, "before.sql");
      load(two, folder, "after.sql");
      Catalog before = one.read();
      Catalog after = two.read();
      Plan plan =
          new SchemaPlanner(new Postgres(), new TestShadow(server)).plan(before, Desired.of(after));

      one.runTogether(plan.up());
      assertSame(one.read(), after, plan.up());
      one.runTogether(plan.down());
      assertSame(one.read(), before, plan.down());

      if (version == GOLDEN) {
        Golden.check(folder.resolve("plan.sql"), text(plan));
        Golden.check(folder.resolve("after.jsonl"), objects(after));
      }
    }
  }

  private static void load(TestDatabase database, Path folder, String file)
      throws SQLException, IOException {
    for (String part : List.of("common.sql", file)) {
      if (Files.exists(folder.resolve(part))) {
        database.run(Files.readString(folder.resolve(part)));
      }
    }
  }

  private static void assertSame(Catalog actual, Catalog expected, List<String> statements) {
    assertThat(Differ.compare(actual, expected))
        .as("after:\n" + String.join(";\n", statements))
        .filteredOn(change -> !isSpelling(change))
        .isEmpty();
  }

  /** The server prints a few expressions differently once they were loaded from its own print. */
  private static boolean isSpelling(Change change) {
    return change instanceof Change.Alter alter
        && Spelling.mayBeTheSame(alter.before(), alter.after());
  }

  private static String text(Plan plan) {
    var text = new StringBuilder();
    plan.steps()
        .forEach(step -> {
          text.append(step.statement().sql()).append(";");
          step.statement()
              .locks()
              .forEach(
                  lock -> text.append(" -- ").append(lock.mode()).append(" on ").append(lock.on()));
          step.hazards().forEach(hazard -> text.append(" -- ").append(hazard.allowance()));
          step.checks()
              .forEach(check ->
                  text.append("\n-- demands that ")
                      .append(check.demand())
                      .append("\n-- ")
                      .append(check.countSql())
                      .append("\n-- ")
                      .append(check.sampleSql()));
          text.append('\n');
        });
    text.append("\n-- back\n");
    plan.down().forEach(statement -> text.append(statement).append(";\n"));
    return text.toString();
  }

  /** The lines of the objects alone: fingerprints and dependencies are of no use to a reader. */
  private static String objects(Catalog catalog) {
    String json = CatalogJson.write(catalog);
    int start = json.indexOf("\"objects\": [") + "\"objects\": [".length();
    return json.substring(start, json.indexOf("\n  ]", start)).strip() + "\n";
  }
}
