package dev.slipway.e2e.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.pgdump.PgDump;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every pair of the corpus on PostgreSQL 15, compared with the committed results. */
@Tag("corpus")
class PairsTest {

  private static final int VERSION = 15;

  @Test
  void should_not_do_worse_than_before() throws IOException {
    Corpus corpus = Corpus.required();
    PgDump pgDump = Clients.required(VERSION);
    List<Pair> pairs = Selection.fromProperties("cases").of(corpus.pairs());
    Report report = new Report(Path.of(System.getProperty("judge.report", "target/judge")));
    try (JudgeServer server = new JudgeServer(VERSION)) {
      Workers.run(
          pairs,
          () -> new PairJudge(server, VERSION, pgDump::run, pgDump, Path.of("target/judge/work")),
          report);
    }
    report.write();
    if (PairJudge.INVENTS_ROWS) {
      assertThat(report.wrong()).isEmpty();
    } else {
      assertThat(new Committed(Committed.FOLDER).regressions(report)).isEmpty();
    }
  }
}
