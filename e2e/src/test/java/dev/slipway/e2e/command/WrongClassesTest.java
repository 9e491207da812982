package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definition classes that compile and are wrong all the same. */
final class WrongClassesTest {

  private static final String USERS =
      """
      public final class Users extends TableDefinition {
        public static final Users USERS = new Users();
        public final Column<UUID> id = uuid("id").primaryKey();
        private Users() {
          super("users");
        }
      }
      """;

  private static final String TODO =
      """
      public final class Todo extends TableDefinition {
        public static final Todo TODO = new Todo();
        public final Column<UUID> id = uuid("id").primaryKey();
        public final Column<UUID> userId =
            uuid("user_id").notNull().references(() -> Users.USERS.id);
        private Todo() {
          super("todo");
        }
      }
      """;

  @TempDir Path folder;
  private UserProject project;
  private Path classes;

  @BeforeEach
  void write_project() throws IOException {
    project =
        new UserProject(folder)
            .file(
                "slipway.yml",
                """
                schema: java:target/classes
                classpath: [lib]
                """);
    classes = project.folder().resolve("target/classes");
    Files.createDirectories(project.folder().resolve("lib"));
  }

  @Test
  void should_name_both_classes_of_one_table() throws IOException {
    CompiledClasses.compile(classes, USERS, USERS.replaceAll("Users", "People"));

    generate(
        "error[table-defined-twice]: The table public.users is defined twice: by shop.People and by"
            + " shop.Users.");
  }

  @Test
  void should_name_a_foreign_key_to_a_table_of_elsewhere() throws IOException {
    CompiledClasses.compile(classes, USERS, TODO);
    Files.createDirectories(project.folder().resolve("lib/shop"));
    Files.move(
        classes.resolve("shop/Users.class"), project.folder().resolve("lib/shop/Users.class"));

    generate(
        "error[foreign-key-to-nothing]: The foreign key of table todo (user_id) points at table"
            + " users, which no class of the definition defines.");
  }

  @Test
  void should_name_a_class_that_is_not_there() throws IOException {
    CompiledClasses.compile(classes, USERS, TODO);
    Files.delete(classes.resolve("shop/Users.class"));

    generate("foreign key of user_id: its target needs the class shop.Users, which is not there");
  }

  @Test
  void should_name_a_column_that_two_fields_have() throws IOException {
    CompiledClasses.compile(classes, USERS, TODO.replace("user_id", "id"));

    generate("error[name-twice]: Table todo: the column id is declared twice.");
  }

  @Test
  void should_name_a_class_without_its_constant() throws IOException {
    CompiledClasses.compile(
        classes, USERS.replace("public static final Users USERS = new Users();", ""));

    generate(
        "error[definition-not-loadable]: The class shop.Users has no static field that holds its"
            + " only object.",
        "Add one: public static final Users TABLE = new Users();");
  }

  @Test
  void should_name_a_folder_that_is_not_compiled_yet() {
    generate("error[source-missing]:", "target/classes", "mvn compile");
  }

  private void generate(String... said) {
    Ran generate = project.run("generate").ends(78);
    assertThat(generate.err()).contains(said);
    assertThat(project.folder().resolve("db/migrations")).doesNotExist();
  }
}
