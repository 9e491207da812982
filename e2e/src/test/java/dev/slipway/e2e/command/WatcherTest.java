package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.question.Answers;
import dev.slipway.workspace.Allowances;
import dev.slipway.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of long work in the shadow while it lasts. */
final class WatcherTest {

  @TempDir Path folder;

  /** The greatest total of each kind of work, in the order in which it began. */
  private final Map<String, Integer> told = new LinkedHashMap<>();

  private Workspace open() throws Exception {
    Path file = folder.toRealPath().resolve("slipway.yml");
    Files.writeString(file, "schema: sql:schema\n");
    return Workspace.open(
        Configuration.load(file, "slipway.yml", Map.of(), List.of()),
        Clock.systemUTC(),
        (what, done, total) -> {
          assertThat(done).isBetween(0, total);
          told.merge(what, total, Math::max);
        });
  }

  private void define(String file, String sql) throws Exception {
    Files.writeString(Files.createDirectories(folder.resolve("schema")).resolve(file), sql);
  }

  @Test
  void should_tell_how_far_it_is() throws Exception {
    define("a.sql", "create table a (id integer);");
    define("b.sql", "create table b (id integer);");
    try (Workspace workspace = open()) {
      workspace.generate("first", Allowances.none(), Answers.none(), /* dryRun= */ false);
    }

    assertThat(told)
        .containsEntry("loading the definition", 2)
        .containsEntry("proving the plan", 2)
        .containsEntry("proving the way back", 2);

    told.clear();
    define("c.sql", "create table c (id integer);");
    try (Workspace workspace = open()) {
      workspace.generate("second", Allowances.none(), Answers.none(), /* dryRun= */ false);
      workspace.check();
    }

    assertThat(told)
        .containsEntry("replaying the migrations", 2)
        .containsEntry("taking the migrations back", 2);
  }
}
