package dev.slipway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.Compared;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.migration.Target;
import dev.slipway.plan.HazardCode;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each folder of {@code src/test/cases/hazards} is called like a code and holds a migration that
 * has that hazard: {@code up.sql}, {@code before.sql} where the common one does not do, {@code
 * compare.txt} where roles are compared, {@code elsewhere.txt} where other circumstances are tried
 * too, {@code exposed.txt} with schemas that an API serves, and the golden {@code found.txt}: what
 * each statement was seen to do on 17, and what the rules say to it. The hazard has to be found on
 * 15 and 18 as well.
 */
class HazardCasesTest {

  private static final Path CASES = Path.of("src/test/cases/hazards");
  private static final int GOLDEN_VERSION = 17;
  private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  @TempDir Path temporary;

  @Test
  void should_have_a_case_for_each_code() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      List<String> names =
          folders
              .filter(Files::isDirectory)
              .map(folder -> String.valueOf(folder.getFileName()))
              .toList();
      assertThat(names)
          .as("folders of %s, one for each code of HazardCode", CASES)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(HazardCode.values()).map(HazardCode::id).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> should_find_what_statements_do() {
    String only = System.getProperty("cases", "*");
    return Arrays.stream(HazardCode.values())
        .filter(code -> only.equals("*") || List.of(only.split(",")).contains(code.id()))
        .flatMap(code ->
            Stream.of(GOLDEN_VERSION, 15, 18)
                .map(version ->
                    DynamicTest.dynamicTest(
                        code.id() + " on " + version, () -> check(code, version))));
  }

  private void check(HazardCode code, int version) throws Exception {
    Path folder = CASES.resolve(code.id());
    Dialect dialect = new Postgres();
    Target target = database(dialect, folder, version);
    Scope scope =
        Files.exists(folder.resolve("compare.txt"))
            ? Scope.all().comparing(Set.of(Compared.ROLES))
            : Files.exists(folder.resolve("exposed.txt"))
                ? Scope.all().exposing(Files.readAllLines(folder.resolve("exposed.txt")))
                : Scope.all();

    List<Observed> observed =
        ObservedScript.run(
            target,
            scope,
            temporary.resolve("m" + COUNT.incrementAndGet()),
            Files.readString(folder.resolve("up.sql")),
            Files.exists(folder.resolve("elsewhere.txt")));

    assertThat(observed.stream().flatMap(each -> each.hazards().stream()))
        .as("hazards of %s on %s", folder, version)
        .anyMatch(hazard -> hazard.code() == code);
    if (version == GOLDEN_VERSION) {
      Path golden = folder.resolve("found.txt");
      String actual = ObservedText.of(observed);
      if (Boolean.getBoolean("golden.update")) {
        Files.writeString(golden, actual);
      }
      assertThat(actual).isEqualTo(Files.readString(golden));
    }
  }

  private static Target database(Dialect dialect, Path folder, int version) throws Exception {
    EmbeddedPostgres server =
        SERVERS.computeIfAbsent(
            version, v -> EmbeddedPostgres.start(EmbeddedOptions.temporary().version(v)));
    String name = "hazards_" + COUNT.incrementAndGet();
    server.createDatabase(name);
    var url = new DatabaseUrl(server.jdbcUrlWithPassword(name));
    try (Connection connection = dialect.connect(url, "test");
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(CASES.resolve("before.sql")));
      Path own = folder.resolve("before.sql");
      if (Files.exists(own)) {
        statement.execute(Files.readString(own));
      }
    }
    return Target.at(dialect, url);
  }
}
