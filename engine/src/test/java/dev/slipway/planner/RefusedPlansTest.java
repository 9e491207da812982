package dev.slipway.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.Dialect;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Changes that no plan carries out, each a folder of {@code src/test/cases/refused}: {@code
 * before.sql}, {@code after.sql} and the golden {@code refused.txt}, which says for both directions
 * what a user reads, or that a plan was found.
 */
class RefusedPlansTest {

  private static final Path CASES = Path.of("src/test/cases/refused");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  @TestFactory
  Stream<DynamicNode> should_refuse_by_name() throws IOException {
    Dialect dialect = new Postgres();
    Shadow shadow = EmbeddedShadow.open(dialect, 17, List.of());
    List<DynamicNode> tests = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CASES)) {
      for (Path folder : folders.sorted().toList()) {
        String name = CASES.relativize(folder).toString();
        tests.add(DynamicTest.dynamicTest(name, () -> check(dialect, shadow, folder)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream().onClose(shadow::close);
  }

  private static void check(Dialect dialect, Shadow shadow, Path folder) throws IOException {
    Path before = folder.resolve("before.sql");
    Path after = folder.resolve("after.sql");
    String there = answer(dialect, shadow, before, after);
    String back = answer(dialect, shadow, after, before);
    assertThat(there + back).contains("refused: ");
    Path golden = folder.resolve("refused.txt");
    String actual = "-- there\n" + there + "\n-- back\n" + back + "\n";
    if (UPDATE) {
      Files.writeString(golden, actual);
    }
    assertThat(actual).isEqualTo(Files.exists(golden) ? Files.readString(golden) : "(no golden)");
  }

  private static String answer(Dialect dialect, Shadow shadow, Path from, Path to) {
    var planner = new SchemaPlanner(dialect, shadow);
    Desired before = read(dialect, shadow, from);
    Desired after = read(dialect, shadow, to);
    try {
      planner.prove(planner.plan(before.catalog(), after), before.catalog(), after.catalog());
      return "planned";
    } catch (SlipwayException refusal) {
      return "refused: " + refusal.getMessage();
    }
  }

  private static Desired read(Dialect dialect, Shadow shadow, Path file) {
    var reader = new SourceReader(dialect, shadow, CASES, List.of(), (database, path) -> {});
    return reader.read(new Source.SqlFiles(file));
  }
}
