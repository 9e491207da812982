package dev.slipway.e2e.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.Project;
import dev.slipway.pgdump.PgDump;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our own plan cases before the judge: on PostgreSQL 15 pg_dump is asked as well, where it is
 * installed ({@code -Djudge.observer=required} makes a missing one fail, as CI does).
 */
class OwnCasesTest {

  private static final String REQUIRED = "required";

  @Test
  void should_converge_for_pg_dump_on_15() throws IOException {
    PgDump pgDump =
        System.getProperty("judge.observer", "").equals(REQUIRED)
            ? Clients.required(15)
            : PgDump.onPath().orElse(null);
    if (pgDump == null) {
      System.out.println("There is no pg_dump on this machine: the catalog judges alone.");
    }
    judge(15, pgDump);
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 18})
  void should_converge_for_the_catalog(int version) throws IOException {
    judge(version, null);
  }

  private static void judge(int version, @Nullable PgDump pgDump) throws IOException {
    Path folder = Path.of("target/judge-own/" + version);
    Report report = new Report(folder);
    Loader loader = Loader.ours(new Postgres());
    try (JudgeServer server = new JudgeServer(version)) {
      Workers.run(
          Selection.fromProperties("cases").of(cases(version)),
          () -> new PairJudge(server, version, loader, pgDump, folder.resolve("work")),
          report);
    }
    report.write();
    List<String> failures =
        report.results().values().stream()
            .flatMap(List::stream)
            .filter(result -> !result.passes())
            .map(result -> result.line() + ": " + result.reason())
            .toList();
    assertThat(failures).as("cases that do not converge; see " + folder).isEmpty();
  }

  /** Two sides can't have roles of the same name on the one server of the judge. */
  private static boolean comparesRoles(Path compare) {
    try {
      return Files.exists(compare) && Files.readString(compare).contains("roles");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Pair> cases(int version) throws IOException {
    Path root = Project.root().resolve("engine/src/test/cases/plan");
    try (Stream<Path> files = Files.walk(root, 3)) {
      return files
          .filter(file -> file.endsWith("before.sql"))
          .map(file -> root.relativize(file))
          .filter(file -> version >= 18 || !file.getName(1).toString().contains("-since-18"))
          .filter(file -> !comparesRoles(root.resolve(file).resolveSibling("compare.txt")))
          .sorted()
          .map(file -> Pair.ours(file.getName(0).toString(), root.resolve(file.subpath(0, 2))))
          .toList();
    }
  }
}
