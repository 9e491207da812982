package dev.slipway.e2e.benchmark;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A made-up schema of a given number of tables, written as Slipway's classes and as a module of
 * drizzle-orm, always the same for a number: each table has nine columns of eight types, a primary
 * key, a foreign key, a check and two indexes; every tenth has an enum of its own.
 *
 * @param tables how many
 * @param changed whether every twentieth table has a column more, a longer text and another check
 */
record SyntheticDefinition(int tables, boolean changed) {

  private boolean isChanged(int number) {
    return changed && number % 20 == 7;
  }

  private static String name(int number) {
    return "t%05d".formatted(number);
  }

  /** The owner of the enum that a table uses. */
  private static int family(int number) {
    return number - number % 10;
  }

  /** Writes the classes' sources and compiles them into {@code classes}. */
  void writeJava(Path sources, Path classes) {
    try {
      Path folder = Files.createDirectories(sources.resolve("synthetic"));
      List<String> files = new ArrayList<>();
      for (int number = 0; number < tables; number++) {
        files.add(write(folder.resolve("T%05d.java".formatted(number)), table(number)));
        if (family(number) == number) {
          files.add(write(folder.resolve("State%05d.java".formatted(number)), state(number)));
        }
      }
      Files.createDirectories(classes);
      compile(files, classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    return file.toString();
  }

  private static void compile(List<String> files, Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  List.of("-d", classes.toString(), "-proc:none", "-cp", classPath()),
                  null,
                  manager.getJavaFileObjectsFromStrings(files))
              .call();
      if (!compiled) {
        throw new IllegalStateException(messages.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private String state(int number) {
    return """
    package synthetic;

    import dev.slipway.schema.DatabaseEnum;

    @DatabaseEnum(name = "state_%1$05d")
    public enum State%1$05d { OPEN, DONE, GONE }
    """
        .formatted(number);
  }

  private String table(int number) {
    int parent = Math.max(number - 1, 0);
    boolean more = isChanged(number);
    return """
    package synthetic;

    import dev.slipway.schema.Column;
    import dev.slipway.schema.TableDefinition;
    import java.math.BigDecimal;
    import java.time.OffsetDateTime;
    import org.jooq.JSONB;

    public final class T%1$05d extends TableDefinition {
      public static final T%1$05d TABLE = new T%1$05d();

      public final Column<Integer> id = serial("id").primaryKey();
      public final Column<String> title = text("title").notNull();
      public final Column<String> note = varchar("note", %4$d).defaultTo("none");
      public final Column<BigDecimal> price =
          numeric("price", 12, 2).notNull().defaultTo(BigDecimal.ZERO);
      public final Column<State%3$05d> state = enumeration("state", State%3$05d.class).notNull();
      public final Column<Boolean> active = bool("active").notNull().defaultTo(true);
      public final Column<JSONB> data = jsonb("data");
      public final Column<OffsetDateTime> created =
          timestamptz("created").notNull().defaultSql("now()");
      public final Column<Integer> parent = integer("parent").references(() -> T%2$05d.TABLE.id);
    %5$s
      private T%1$05d() {
        super("t%1$05d");
        check("t%1$05d_price", "price %6$s 0");
        index(parent).named("t%1$05d_parent");
        index(title, created).named("t%1$05d_title");
      }
    }
    """
        .formatted(
            number,
            parent,
            family(number),
            more ? 300 : 200,
            more ? "  public final Column<String> extra = text(\"extra\");\n" : "",
            more ? ">" : ">=");
  }

  /** The module {@code schema.ts}. */
  String drizzle() {
    var text = new StringBuilder();
    text.append(
        """
        import { sql } from 'drizzle-orm';
        import { pgTable, pgEnum, serial, text, varchar, numeric, boolean, jsonb, timestamp, integer, index, check, foreignKey } from 'drizzle-orm/pg-core';

        """);
    for (int number = 0; number < tables; number++) {
      if (family(number) == number) {
        text.append(
            "export const state%1$05d = pgEnum('state_%1$05d', ['OPEN', 'DONE', 'GONE']);%n"
                .formatted(number));
      }
      boolean more = isChanged(number);
      text.append(
          """
          export const %1$s = pgTable('%1$s', {
            id: serial('id').primaryKey(),
            title: text('title').notNull(),
            note: varchar('note', { length: %4$d }).default('none'),
            price: numeric('price', { precision: 12, scale: 2 }).notNull().default('0'),
            state: state%3$05d('state').notNull(),
            active: boolean('active').notNull().default(true),
            data: jsonb('data'),
            created: timestamp('created', { withTimezone: true }).notNull().default(sql`now()`),
            parent: integer('parent'),%5$s
          }, (t) => [
            check('%1$s_price', sql`price %6$s 0`),
            foreignKey({ columns: [t.parent], foreignColumns: [%2$s.id], name: '%1$s_parent_fkey' }),
            index('%1$s_parent').on(t.parent),
            index('%1$s_title').on(t.title, t.created),
          ]);
          """
              .formatted(
                  name(number),
                  number == 0 ? "t" : name(number - 1),
                  family(number),
                  more ? 300 : 200,
                  more ? " extra: text('extra')," : "",
                  more ? ">" : ">="));
    }
    return text.toString();
  }
}
