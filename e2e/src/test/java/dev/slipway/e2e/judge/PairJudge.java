package dev.slipway.e2e.judge;

import dev.slipway.dialect.Compared;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import dev.slipway.pgdump.DumpObserver;
import dev.slipway.pgdump.Observed;
import dev.slipway.pgdump.PgDump;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.planner.Ways;
import dev.slipway.postgres.Postgres;
import dev.slipway.proof.RoundTrip;
import dev.slipway.proof.Sight;
import dev.slipway.proof.Verdict;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges pairs one after the other, in both directions. One for each thread. */
final class PairJudge implements Judge<Pair> {

  private static final Scope SCOPE = Scope.all().comparing(List.of(Compared.OWNERS));

  /** Whether tables get rows to lose: other results then, since rows may refuse a change. */
  static final boolean INVENTS_ROWS = Boolean.getBoolean("judge.rows");

  private static final Ways WAYS =
      Ways.valueOf(System.getProperty("judge.ways", "direct").toUpperCase(Locale.ROOT));

  private final JudgeServer server;
  private final Loader loader;
  private final Shadow shadow;
  private final RoundTrip roundTrip;
  private final Path work;

  /**
   * @param server where the sides are loaded
   * @param version its major version
   * @param loader loads them
   * @param pgDump is asked as well; null where it may not speak
   * @param work a folder for migrations
   */
  PairJudge(JudgeServer server, int version, Loader loader, @Nullable PgDump pgDump, Path work) {
    this.server = server;
    this.loader = loader;
    this.work = work;
    Dialect dialect = new Postgres();
    this.shadow = EmbeddedShadow.open(dialect, version, List.of(), SCOPE);
    this.roundTrip =
        new RoundTrip(
            dialect,
            new SchemaPlanner(dialect, shadow, WAYS),
            SCOPE,
            pgDump == null ? null : new DumpObserver(pgDump, new Observed(true), server));
  }

  @Override
  public String list(Pair pair) {
    return pair.suite();
  }

  @Override
  public List<Result> judge(Pair pair) {
    String forth = pair.name() + " old->new";
    String back = pair.name() + " new->old";
    try {
      pair.roles().forEach(server::createRole);
      try (Side one = Side.load(server, loader, pair.script(false));
          Side other = Side.load(server, loader, pair.script(true))) {
        String problem = one.problem() != null ? one.problem() : other.problem();
        if (problem != null) {
          return List.of(
              new Result(forth, Result.NOT_LOADED, problem, problem),
              new Result(back, Result.NOT_LOADED, problem, problem));
        }
        if (INVENTS_ROWS) {
          InventedRows.insert(one.database().url());
          InventedRows.insert(other.database().url());
        }
        return both(forth, back, one, other);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      return List.of(Result.failed(forth, e), Result.failed(back, e));
    }
  }

  private List<Result> both(String forth, String back, Side one, Side other) throws IOException {
    Sight old;
    Sight young;
    try {
      old = roundTrip.look(one.database().url());
      young = roundTrip.look(other.database().url());
    } catch (SlipwayException e) {
      var refused = new Verdict.Refused(e.code().name(), e.what());
      return List.of(Result.of(forth, refused), Result.of(back, refused));
    }
    return List.of(
        Result.of(forth, roundTrip.run(old, young, List.of(), folder())),
        Result.of(back, roundTrip.run(young, old, List.of(), folder())));
  }

  private Path folder() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(work), "migrations");
  }

  @Override
  public void close() {
    shadow.close();
  }
}
