package dev.slipway.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.migration.PlanScript;
import dev.slipway.migration.Target;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Step;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.planner.Ways;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is planned so that others go on, run on a server and watched: each folder of {@code
 * src/test/cases/plan/online}, forth and back. A statement without a hazard beside it reads or
 * writes no table from end to end under a lock that others wait for, be it of an earlier statement
 * of its transaction; and the locks are those that the plan names.
 */
class OnlineLocksTest {

  private static final Path CASES = Path.of("src/test/cases/plan/online");
  private static final Map<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> should_lock_nobody_out_while_rows_are_read() throws IOException {
    String only = System.getProperty("cases", "*");
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .filter(folder -> only.equals("*") || folder.endsWith(only))
          .sorted()
          .toList()
          .stream()
          .flatMap(folder ->
              Stream.of(15, 17, 18)
                  .flatMap(version ->
                      Stream.of(
                          DynamicTest.dynamicTest(
                              folder.getFileName() + " on " + version,
                              () -> check(folder, version, "before.sql", "after.sql")),
                          DynamicTest.dynamicTest(
                              folder.getFileName() + " back on " + version,
                              () -> check(folder, version, "after.sql", "before.sql")))));
    }
  }

  private void check(Path folder, int version, String from, String to) throws Exception {
    Dialect dialect = new Postgres();
    Plan plan;
    Catalog before;
    try (Shadow shadow = EmbeddedShadow.open(dialect, version, List.of())) {
      var reader = new SourceReader(dialect, shadow, folder, List.of(), (database, path) -> {});
      before = reader.read(new Source.SqlFiles(folder.resolve(from))).catalog();
      Desired desired = reader.read(new Source.SqlFiles(folder.resolve(to)));
      plan = new SchemaPlanner(dialect, shadow, Ways.ONLINE).plan(before, desired);
    }

    List<Observed> observed =
        once(
            ObservedScript.run(
                database(dialect, Files.readString(folder.resolve(from)), version),
                Scope.all(),
                temporary.resolve("m" + COUNT.incrementAndGet()),
                PlanScript.up(plan),
                /* tries= */ false));

    assertThat(observed).hasSameSizeAs(plan.steps());
    String object = "";
    boolean isDirect = false;
    Map<ObjectId, LockMode> earlier = new TreeMap<>();
    for (int i = 0; i < observed.size(); i++) {
      Step step = plan.steps().get(i);
      Observed seen = observed.get(i);
      isDirect =
          locksOut(step.hazards())
              || comesBack(step, before)
              || (isDirect && object.equals(step.object().toString()));
      object = step.object().toString();
      if (!isDirect) {
        assertThat(seen.hazards())
            .as("what others wait for in: %s", seen.statement().sql())
            .noneMatch(hazard -> hazard.code().severity() == HazardCode.Severity.LOCKS);
      }
      assertDeclared(step, seen, before, earlier);
    }
  }

  /** A backfill is seen once for each batch. */
  private static List<Observed> once(List<Observed> seen) {
    List<Observed> once = new ArrayList<>();
    for (Observed each : seen) {
      if (once.isEmpty() || once.getLast().number() != each.number()) {
        once.add(each);
      }
    }
    return once;
  }

  /** What was dropped for something else's sake comes back at once. */
  private static boolean comesBack(Step step, Catalog before) {
    return step.summary().startsWith("create ") && before.has(step.object());
  }

  private static boolean locksOut(List<Hazard> hazards) {
    return hazards.stream()
        .anyMatch(hazard -> hazard.code().severity() == HazardCode.Severity.LOCKS);
  }

  /**
   * No table is locked that is not named, it or what it inherits from, nor otherwise than is said;
   * only what its transaction holds already may be seen as less, or not at all.
   */
  private static void assertDeclared(
      Step step, Observed seen, Catalog before, Map<ObjectId, LockMode> earlier) {
    Map<ObjectId, LockMode> locks = new TreeMap<>();
    seen.footprint().locks().stream()
        .filter(lock -> before.has(lock.on()))
        .forEach(lock -> locks.put(lock.on(), lock.mode()));
    locks.forEach((relation, mode) ->
        assertThat(declared(step, relation, before))
            .as("the lock of %s on %s, seen as %s", seen.statement().sql(), relation, mode)
            .isGreaterThanOrEqualTo(mode));
    locks.forEach((relation, mode) -> earlier.merge(relation, mode, OnlineLocksTest::stronger));
    for (Lock lock : step.statement().locks()) {
      if (isWatched(lock.on(), before) && lock.mode() != LockMode.ACCESS_SHARE) {
        assertThat(earlier.getOrDefault(lock.on(), LockMode.ACCESS_SHARE))
            .as("the lock that %s takes on %s", seen.statement().sql(), lock.on())
            .isGreaterThanOrEqualTo(lock.mode());
      }
    }
  }

  /** Nobody waits for rows of a sequence. */
  private static boolean isWatched(ObjectId relation, Catalog before) {
    return before.has(relation) && relation.kind() != Kind.SEQUENCE;
  }

  private static LockMode declared(Step step, ObjectId on, Catalog before) {
    LockMode strongest = LockMode.ACCESS_SHARE;
    for (Lock lock : step.statement().locks()) {
      if (lock.on().equals(on) || inherits(on, lock.on(), before)) {
        strongest = stronger(strongest, lock.mode());
      }
    }
    return strongest;
  }

  private static boolean inherits(ObjectId heir, ObjectId table, Catalog in) {
    return in.inheritorsOf(table).stream()
        .anyMatch(child -> child.equals(heir) || inherits(heir, child, in));
  }

  private static LockMode stronger(LockMode one, LockMode other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Target database(Dialect dialect, String sql, int version) throws Exception {
    EmbeddedPostgres server =
        SERVERS.computeIfAbsent(
            version, v -> EmbeddedPostgres.start(EmbeddedOptions.temporary().version(v)));
    String name = "online_" + COUNT.incrementAndGet();
    server.createDatabase(name);
    var url = new DatabaseUrl(server.jdbcUrlWithPassword(name));
    try (Connection connection = dialect.connect(url, "test");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return Target.at(dialect, url);
  }
}
