package dev.slipway.e2e.command;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys that programs rely on in the answer of each command: they only ever become more. */
final class JsonAnswersTest {

  @TempDir Path folder;
  private UserProject project;

  @BeforeEach
  void open_project() throws IOException {
    project = new UserProject(folder);
  }

  @Test
  void should_answer_each_command_with_its_keys() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = TestDatabase.create(server, "answers");
      answer(0, "init", "--schema", "sql:db/schema").has("command", "status", "schema", "files");
      project.on(database);

      answer(0, "generate", "--dry-run")
          .has("command", "status", "migration", "folder", "plan")
          .at("plan")
          .has("engine", "from", "to", "steps")
          .at("steps")
          .has(
              "summary",
              "object",
              "kind",
              "sql",
              "transactional",
              "locks",
              "hazards",
              "checks",
              "reverse");
      answer(0, "generate", "--name", "first")
          .has("command", "status", "migration", "folder", "plan");
      answer(0, "generate").has("command", "status");
      answer(0, "migrate", "--dry-run").has("command", "status", "environment", "pending");
      answer(0, "migrate")
          .has("command", "status", "environment", "applied")
          .at("applied")
          .has("name", "statements", "milliseconds");
      answer(0, "status")
          .has(
              "command",
              "status",
              "environment",
              "server",
              "address",
              "applied",
              "pending",
              "late",
              "unknown",
              "edited",
              "reworded",
              "drift",
              "expected",
              "actual")
          .at("applied")
          .has("name", "at", "by", "from", "tool", "milliseconds");
      answer(0, "check").has("command", "status", "migrations", "objects", "findings");
      answer(0, "export", "dev").has("command", "status", "fingerprint", "plan");
      answer(0, "diff", "dev", "dev").has("command", "status", "plan");
      answer(0, "push").has("command", "status", "environment", "plan", "refused", "findings");

      database.execute("create table stray (id integer)");
      answer(1, "status").has("command", "status", "drift");
      answer(1, "diff", "dev", "migrations:" + project.folder().resolve("db/migrations"))
          .has("command", "status", "plan")
          .at("plan")
          .at("steps")
          .at("hazards")
          .has("code", "name", "severity", "object", "kind", "message", "advice", "allow");
      answer(3, "push")
          .has(
              "command",
              "status",
              "environment",
              "plan",
              "refused",
              "findings",
              "code",
              "what",
              "next",
              "exit");
      answer(0, "rollback", "--to", "beginning")
          .has("command", "status", "environment", "takenBack");
      answer(64, "rollback", "--to", "nowhere").has("status", "code", "what", "next", "exit");
      project.file("slipway.yml", "schemas: sql:db/schema\n");
      answer(78, "status")
          .has("status", "code", "what", "next", "exit", "problems")
          .at("problems")
          .has("file", "line", "column", "code", "message");
    }
  }

  private Answer answer(int exit, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--output", "json"));
    Ran ran = project.run(all.toArray(String[]::new)).ends(exit);
    return new Answer(ran.toString(), ran.json());
  }
}
