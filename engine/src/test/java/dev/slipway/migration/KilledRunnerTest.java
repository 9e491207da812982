package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that migrates is killed ({@code kill -9}) at a boundary between it and the server, or
 * a random moment later; whoever runs the command again ends where an undisturbed run ends, with
 * each statement's effect once and no row lost.
 *
 * <p>{@code -Dfaults.points=N} says how often, {@code -Dfaults.seed=N} where.
 */
@Timeout(1800)
class KilledRunnerTest {

  private static final int POINTS = Integer.getInteger("faults.points", 200);
  private static final long SEED = Long.getLong("faults.seed", 20261121L);
  private static final int AT_ONCE = 2;
  private static final int LONGEST_MICROS = 20_000;

  @TempDir static Path temporary;
  private static EmbeddedPostgres server;
  private static TestFolder folder;
  private static String applied;
  private static String absent;
  private static int databases;
  private static final AtomicInteger TOO_LATE = new AtomicInteger();

  /** Where a run is killed. */
  private record Point(String direction, int boundary, boolean within, int micros) {}

  @BeforeAll
  static void apply_undisturbed() throws SQLException {
    server = EmbeddedPostgres.start(EmbeddedOptions.temporary());
    folder = new TestFolder(temporary);
    FaultyMigrations.write(folder);
    server.createDatabase("before");
    FaultyMigrations.fill(target("before"));
    absent = state("before");
    create("applied", "before");
    executor("applied").migrate(folder.history(), null);
    applied = state("applied");
    create("gone", "applied");
    executor("gone").rollback(folder.history(), Executor.BEGINNING, Set.of());
    assertThat(withoutLedger(state("gone"))).isEqualTo(withoutLedger(absent));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void should_end_as_if_nobody_had_been_killed() throws Exception {
    List<Point> points = points();
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<String>> work =
          points.stream().map(point -> (Callable<String>) () -> killed(point)).toList();
      List<String> wrong = new ArrayList<>();
      for (Future<String> each : workers.invokeAll(work)) {
        if (!each.get().isEmpty()) {
          wrong.add(each.get());
        }
      }
      assertThat(wrong).as("of " + points.size() + " points, seed " + SEED).isEmpty();
      assertThat(TOO_LATE.get())
          .as("runs that ended before they were killed")
          .isLessThanOrEqualTo(points.size() / 5);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Half of them at a boundary, half within what follows it; forth more often than back. */
  private static List<Point> points() throws Exception {
    var random = new Random(SEED);
    int up = boundaries("up", "before");
    int down = boundaries("down", "applied");
    List<Point> all = new ArrayList<>();
    for (boolean within : new boolean[] {false, true}) {
      IntStream.rangeClosed(1, up)
          .forEach(i -> all.add(new Point("up", i, within, random.nextInt(LONGEST_MICROS))));
      IntStream.rangeClosed(1, down)
          .forEach(i -> all.add(new Point("down", i, within, random.nextInt(LONGEST_MICROS))));
    }
    assertThat(all).hasSizeGreaterThan(200);
    Collections.shuffle(all, random);
    return all.subList(0, Math.min(POINTS, all.size()));
  }

  private static int boundaries(String direction, String template) throws Exception {
    String database = create("count_" + direction, template);
    Process process = start(database, new Point(direction, 0, false, 0));
    String last = "";
    try (BufferedReader out = out(process)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line;
      }
    }
    assertThat(process.waitFor()).isZero();
    return Integer.parseInt(last.substring("boundaries ".length()));
  }

  /** What is wrong after the rerun; empty when nothing is. */
  private static String killed(Point point) throws Exception {
    boolean isUp = point.direction().equals("up");
    String database = create(nextName(), isUp ? "before" : "applied");
    Process process = start(database, point);
    try (BufferedReader out = out(process)) {
      String line = out.readLine();
      if (String.valueOf(line).startsWith("boundaries ")) {
        // Batches grow as the machine is fast, so this run had fewer of them than the counted one.
        TOO_LATE.incrementAndGet();
      } else if (!"here".equals(line)) {
        return point + ": it said " + line;
      } else if (point.within()) {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(point.micros()));
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    try {
      if (isUp) {
        executor(database).migrate(folder.history(), null);
      } else {
        executor(database).rollback(folder.history(), Executor.BEGINNING, Set.of());
      }
    } catch (RuntimeException e) {
      return point + ": " + e.getMessage();
    }
    String state = state(database);
    boolean isRight =
        isUp ? state.equals(applied) : withoutLedger(state).equals(withoutLedger(absent));
    drop(database);
    return isRight ? "" : point + ": " + state;
  }

  private static Process start(String database, Point point) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            RunnerProcess.class.getName(),
            server.jdbcUrlWithPassword(database),
            temporary.toString(),
            point.direction(),
            String.valueOf(point.boundary()),
            point.within() ? "within" : "at")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static BufferedReader out(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  private static synchronized String nextName() {
    databases++;
    return "killed_" + databases;
  }

  private static Executor executor(String database) {
    return new Executor(
        target(database), ExecutorOptions.defaults().withPatience(LockPatience.ALONE));
  }

  private static Target target(String database) {
    return Target.at(new Postgres(), new DatabaseUrl(server.jdbcUrlWithPassword(database)));
  }

  private static String state(String database) {
    return new SegmentDatabase(target(database)).state();
  }

  private static String withoutLedger(String state) {
    return state
        .lines()
        .filter(line -> !line.startsWith("ledger: "))
        .reduce("", (lines, line) -> lines + line + "\n");
  }

  private static synchronized String create(String name, String template) throws SQLException {
    admin("create database " + name + " template " + template + " strategy file_copy");
    return name;
  }

  private static void drop(String name) throws SQLException {
    admin("drop database " + name + " with (force)");
  }

  private static void admin(String sql) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
