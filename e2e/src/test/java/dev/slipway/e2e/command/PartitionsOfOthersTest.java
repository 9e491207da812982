package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partitions that somebody else makes are neither drift nor dropped by any command. */
final class PartitionsOfOthersTest {

  @TempDir Path folder;

  @Test
  void should_leave_partitions_of_others_alone() throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = TestDatabase.create(server, "partitions");
      UserProject project = new UserProject(folder).on(database);
      project.file(
          "db/schema/visits.sql",
          """
          create table public.visits (id int, day date) partition by range (day);
          create table public.visits_rest partition of public.visits default;
          """);
      project.run("generate", "--name", "visits").ends(0);
      project.run("migrate").ends(0);
      database.execute(
          "create table visits_2026 partition of visits"
              + " for values from ('2026-01-01') to ('2027-01-01')");

      assertThat(project.run("push", "--dry-run").out()).contains("park table public.visits_2026");

      project.file(
          "slipway.yml",
          """
          schema: sql:db/schema
          postgres: %d
          partitions_of_others: [public.visits]
          environments:
            dev: { url: "${URL}", stamp: none }
          """
              .formatted(database.version()));
      assertThat(project.run("status").ends(0).out()).doesNotContain("visits_2026");
      assertThat(project.run("push", "--dry-run").ends(0).out()).doesNotContain("visits_2026");
      assertThat(project.run("diff", "dev", "sql:" + folder.resolve("db/schema")).ends(0).out())
          .doesNotContain("visits_2026");
      project.file(
          "db/schema/visits.sql",
          """
          create table public.visits (id int, day date, note text) partition by range (day);
          create table public.visits_rest partition of public.visits default;
          """);
      project.run("generate", "--name", "note").ends(0);
      project.run("migrate").ends(0);
      assertThat(project.run("status").ends(0).out()).doesNotContain("visits_2026");
    }
  }
}
