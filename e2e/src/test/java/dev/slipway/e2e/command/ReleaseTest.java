package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What compiled classes use, and that nothing takes it from a release that is deployed. */
final class ReleaseTest {

  private static final String TODOS =
      """
      public final class Todos extends TableDefinition {
        public static final Todos TODOS = new Todos();
        public final Column<Integer> id = integer("id").primaryKey();
        public final Column<String> note = text("the_note");
        public final Column<String> unread = text("unread");
        private Todos() { super("todo"); index(unread); }
      }
      """;

  private static final String LISTS =
      """
      public final class Lists extends TableDefinition {
        public static final Lists LISTS = new Lists();
        public final Column<Integer> id = integer("id").primaryKey();
        public final Column<String> color = text("color");
        private Lists() { super("list"); }
      }
      """;

  private static final String LOGS =
      """
      public final class Logs extends TableDefinition {
        public static final Logs LOGS = new Logs();
        public final Column<Integer> id = integer("id").primaryKey();
        public final Column<String> line = text("log_line");
        private Logs() { super("event_log"); }
      }
      """;

  private static final String APP =
      """
      final class App {
        Object read(org.jooq.DSLContext db) {
          return db.select(Todos.TODOS.note).from(Todos.TODOS).fetch();
        }
        Object all(org.jooq.DSLContext db) {
          return db.selectFrom(Lists.LISTS).fetch();
        }
        void add(org.jooq.DSLContext db) {
          db.insertInto(Todos.TODOS, Todos.TODOS.id).values(1).execute();
        }
        String plain() {
          return "select log_line from event_log";
        }
      }
      """;

  @TempDir Path folder;
  private UserProject project;

  @BeforeEach
  void open_project() throws IOException {
    project = new UserProject(folder);
    compile(TODOS, APP);
  }

  private void compile(String... todosAndApp) throws IOException {
    CompiledClasses.compile(
        project.folder().resolve("target/classes"), todosAndApp[0], todosAndApp[1], LISTS, LOGS);
  }

  private static List<String> uses(JsonNode uses) {
    return uses.valueStream()
        .map(use -> use.path("object").asString() + " " + use.path("how").asString())
        .toList();
  }

  /** A jar as Spring Boot packs it. */
  private Path jar(String root) throws IOException {
    Path classes = project.folder().resolve("target/classes");
    Path jar = project.folder().resolve("app.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        var entries = new JarOutputStream(out);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(root + classes.relativize(file)));
        entries.write(Files.readAllBytes(file));
      }
    }
    return jar;
  }

  @Test
  void should_find_fields_whole_rows_and_texts() throws Exception {
    project.file("slipway.yml", "schema: java:target/classes\n");

    JsonNode folders =
        project.run("usage", "--classes", "target/classes", "--output", "json").ends(0).json();
    jar("BOOT-INF/classes/");
    JsonNode packed =
        project.run("usage", "--classes", "app.jar", "--output", "json").ends(0).json();

    assertThat(uses(folders.path("uses")))
        .containsExactly(
            "public.event_log text",
            "public.list field",
            "public.list all-columns",
            "public.todo field",
            "public.todo inserts",
            "public.event_log.log_line text",
            "public.todo.id field",
            "public.todo.the_note field");
    assertThat(uses(packed.path("uses"))).isEqualTo(uses(folders.path("uses")));
    assertThat(folders.path("uses").valueStream())
        .allMatch(use -> use.path("class").asString().equals("shop.App"))
        .allMatch(use -> use.path("line").asInt() > 0);
  }

  @Test
  void should_refuse_what_a_deployed_release_uses() throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      TestDatabase database = TestDatabase.create(server, "releases");
      project.file(
          "slipway.yml",
          "schema: java:target/classes\nenvironments:\n  dev: { url: \""
              + database.url()
              + "\", stamp: none }\n");
      project.run("generate", "--name", "first").ends(0);
      project.run("migrate").ends(0);
      jar("");
      project.run("release", "start", "1.0", "--uses", "app.jar").ends(0);
      assertThat(
              project
                  .run("release", "start", "1.0", "dev", "--uses", "app.jar", "--output", "json")
                  .ends(0)
                  .json()
                  .path("status")
                  .asString())
          .isEqualTo("unchanged");

      String withoutUnread =
          TODOS
              .replace("  public final Column<String> unread = text(\"unread\");\n", "")
              .replace(" index(unread);", "");
      compile(withoutUnread, APP);
      generate("second", "SLIP102:public.todo.unread");
      project.run("migrate").ends(0);

      compile(
          withoutUnread.replace("  public final Column<String> note = text(\"the_note\");\n", ""),
          APP.replace("Todos.TODOS.note", "Todos.TODOS.id"));
      generate("third", "SLIP102:public.todo.the_note");
      String refused = project.run("migrate").ends(3).err();
      assertThat(refused)
          .contains("SLIP102 1.0 uses column public.todo.the_note (shop.App:")
          .contains("--allow SLIP102:public.todo.the_note");
      assertThat(database.rows("select count(*) from slipway.migration")).containsExactly("2");

      database.execute("insert into todo (id, the_note) values (7, 'kept')");
      project.run("release", "start", "1.1", "dev", "--uses", "target/classes").ends(0);
      project.run("release", "end", "1.0", "dev").ends(0);
      project.run("migrate").ends(0);
      assertThat(database.rows("select name from slipway.release where ended_at is null"))
          .containsExactly("1.1");
    }
  }

  private void generate(String name, String allowed) {
    project.run("generate", "--name", name, "--allow", allowed, "--reason", "old").ends(0);
  }
}
