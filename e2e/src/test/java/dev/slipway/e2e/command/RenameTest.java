package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renames that the classes declare keep every row, forth and back. */
final class RenameTest {

  private static final String CUSTOMER =
      """
      public final class Customer extends TableDefinition {
        public static final Customer CUSTOMER = new Customer();
        public final Column<Integer> id = serial("id").primaryKey();
        public final Column<String> name = text("name").notNull().unique();
        private Customer() {
          super("customer");
          index(name.desc());
        }
      }
      """;

  private static final String INVOICE =
      """
      public final class Invoice extends TableDefinition {
        public static final Invoice INVOICE = new Invoice();
        public final Column<Integer> id = serial("id").primaryKey();
        public final Column<Integer> customer =
            integer("customer").notNull()
                .references(() -> Customer.CUSTOMER.id, onDelete(CASCADE));
        private Invoice() {
          super("invoice");
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void should_write_down_what_became_of_values() throws Exception {
    UserProject project =
        new UserProject(folder)
            .file("slipway.yml", "schema: sql:db/schema\n")
            .file("db/schema/mood.sql", "create type mood as enum ('sad', 'ok');\n");
    project.generate("first");
    project.file("db/schema/mood.sql", "create type feeling as enum ('blue', 'ok');\n");

    Ran second =
        project.run(
            "generate",
            "--output",
            "json",
            "--rename",
            "mood=feeling",
            "--rename",
            "value feeling.sad=blue");

    Path written = Path.of(second.ends(0).json().path("folder").asString());
    assertThat(Files.readString(written.resolve("migration.json")))
        .containsIgnoringWhitespaces(
            """
            "renamedParts" : [ {
              "of" : [ "ENUM", "public", "feeling" ],
              "from" : "sad",
              "to" : "blue"
            } ]
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_keep_rows(int version) throws Exception {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version))) {
      TestDatabase database = TestDatabase.create(server, "renames");
      UserProject project =
          new UserProject(folder)
              .on(database)
              .file(
                  "slipway.yml",
                  """
                  schema: java:target/classes
                  postgres: %d
                  environments:
                    dev: { url: "${URL}", stamp: none }
                  """
                      .formatted(version));
      Path classes = project.folder().resolve("target/classes");
      CompiledClasses.compile(classes, CUSTOMER, INVOICE);
      String first = project.generate("first");
      project.run("migrate").ends(0);
      database.execute("insert into customer (name) values ('Ada'), ('Bob')");
      database.execute("insert into invoice (customer) values (2), (1), (2)");

      CompiledClasses.compile(
          classes,
          CUSTOMER
              .replace("text(\"name\")", "text(\"full \\\"name\\\"\").renamedFrom(\"name\")")
              .replace("super(\"customer\");", "super(\"client\"); renamedFrom(\"customer\");"),
          INVOICE.replace(
              "integer(\"customer\")", "integer(\"client_id\").renamedFrom(\"customer\")"));
      String second = project.generate("rename");
      project.run("migrate").ends(0);

      String clients =
          "select i.id, c.\"full \"\"name\"\"\" from invoice i join client c on c.id = i.client_id"
              + " order by i.id";
      assertThat(database.rows(clients)).containsExactly("1|Bob", "2|Ada", "3|Bob");
      database.execute("insert into client (\"full \"\"name\"\"\") values ('Eve')");
      assertThat(project.run("status").ends(0).out()).contains("Up to date.");
      project.run("diff", "dev", "java:" + classes).ends(0);
      assertThat(project.run("generate").ends(0).err()).contains("Nothing to generate");

      project.run("rollback", "--to", first).ends(0);

      assertThat(database.rows("select id, name from customer order by id"))
          .containsExactly("1|Ada", "2|Bob", "3|Eve");
      assertThat(database.rows("select customer from invoice order by id"))
          .containsExactly("2", "1", "2");
      project.run("migrate").ends(0);
      assertThat(database.rows(clients)).containsExactly("1|Bob", "2|Ada", "3|Bob");
      assertThat(project.migrations()).containsExactly(first, second);
      project.run("check").ends(0);
    }
  }
}
