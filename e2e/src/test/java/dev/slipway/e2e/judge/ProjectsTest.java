package dev.slipway.e2e.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.pgdump.PgDump;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every application and folder of migrations of the corpus on PostgreSQL 15, compared with the
 * committed results.
 */
@Tag("corpus")
class ProjectsTest {

  private static final int VERSION = 15;

  @Test
  void should_not_do_worse_than_before() throws IOException {
    Corpus corpus = Corpus.required();
    PgDump pgDump = Clients.required(VERSION);
    Report report = new Report(Path.of("target/judge-projects"));
    try (JudgeServer server = new JudgeServer(VERSION)) {
      Workers.run(
          Selection.fromProperties("projects").of(corpus.projects()),
          () -> new ProjectJudge(server, VERSION, pgDump),
          report);
    }
    report.write();
    assertThat(new Committed(Committed.FOLDER).regressions(report)).isEmpty();
  }
}
