package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that can't be compared and are allowed to be there by {@code allow_unmodelled}. */
final class AllowedObjectsTest {

  @TempDir Path folder;

  @Test
  void should_leave_out_what_is_allowed_and_tell_what_is() throws IOException, SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = TestDatabase.create(server, "allowed");
      database.execute("create access method heap2 type table handler heap_tableam_handler");
      UserProject project = new UserProject(folder).on(database);
      project.file("db/schema/t.sql", "create table public.t (id int primary key);");

      assertThat(project.run("push").ends(3).err()).contains("access method heap2");

      project.file(
          "slipway.yml",
          """
          schema: sql:db/schema
          postgres: %d
          allow_unmodelled:
            - { object: "access method heap*", reason: "belongs to the storage engine" }
            - { object: "transform of nothing", reason: "was removed" }
          environments:
            dev: { url: "${URL}", stamp: none }
          """
              .formatted(database.version()));
      project.run("push").ends(0);
      Ran status = project.run("status", "--output", "json").ends(0);
      assertThat(status.json().get("leftOut").get(0).asString()).isEqualTo("access method heap2");
      assertThat(status.json().get("unused").get(0).asString()).isEqualTo("transform of nothing");
      assertThat(project.run("status").ends(0).out())
          .contains("not compared: access method heap2")
          .contains("not there: transform of nothing");
    }
  }
}
