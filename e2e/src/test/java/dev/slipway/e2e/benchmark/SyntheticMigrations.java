package dev.slipway.e2e.benchmark;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Dependencies;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Scope;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.migration.Manifest;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.postgres.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A made-up history of a given number of small migrations, always the same for a number, as the
 * folders of Slipway, drizzle-kit and Flyway and as plain scripts: in turn a new table, and a
 * column more for it.
 *
 * @param count how many
 */
record SyntheticMigrations(int count) {

  private static final LocalDateTime BEGINNING = LocalDateTime.of(2026, 1, 1, 0, 0);
  private static final Pattern NUMBER = Pattern.compile("m(\\d{5}).*");

  private static boolean creates(int number) {
    return number % 2 == 0;
  }

  private static String table(int number) {
    return "m%05d".formatted(number / 2);
  }

  private String up(int number) {
    return creates(number)
        ? """
        create table public.%1$s (
          id serial not null,
          name text not null,
          amount numeric(12,2) default 0 not null,
          constraint %1$s_pkey PRIMARY KEY (id)
        );
        """
            .formatted(table(number))
        : "alter table public.%s add column note text;%n".formatted(table(number));
  }

  private String down(int number) {
    return creates(number)
        ? "-- slipway: irreversible: Every row of table public.%1$s is lost.%ndrop table public.%1$s;%n"
            .formatted(table(number))
        : "-- slipway: irreversible: Every value of column public.%1$s.note is lost.%nalter table public.%1$s drop column note;%n"
            .formatted(table(number));
  }

  /** Writes plain scripts: {@code 00000.sql} and so on. */
  void writeScripts(Path folder) {
    for (int number = 0; number < count; number++) {
      write(folder.resolve("%05d.sql".formatted(number)), up(number));
    }
  }

  /** Writes Flyway's files: {@code V1__m00000.sql} and so on. */
  void writeFlyway(Path folder) {
    for (int number = 0; number < count; number++) {
      write(folder.resolve("V%d__%s.sql".formatted(number + 1, table(number))), up(number));
    }
  }

  /** Writes the folder of drizzle-kit 0.31 with its journal; {@code migrate} needs no more. */
  void writeDrizzle(Path folder) {
    List<String> entries = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      String tag = "%04d_%s".formatted(number, table(number));
      write(folder.resolve(tag + ".sql"), up(number));
      entries.add(
          "{\"idx\":%d,\"version\":\"7\",\"when\":%d,\"tag\":\"%s\",\"breakpoints\":true}"
              .formatted(number, 1_767_225_600_000L + number * 1000L, tag));
    }
    write(
        folder.resolve("meta/_journal.json"),
        "{\"version\":\"7\",\"dialect\":\"postgresql\",\"entries\":["
            + String.join(",", entries)
            + "]}");
  }

  /** Writes Slipway's folder, each migration with the catalog after it. */
  void writeSlipway(Path folder) {
    var target = new MigrationFolder(folder, new Postgres());
    Catalog whole = read();
    Catalog before = only(whole, id -> numberOf(id) < 0);
    String parent = null;
    for (int number = 0; number < count; number++) {
      int last = number;
      Catalog after = only(whole, id -> isThere(id, last));
      var name = new MigrationName(BEGINNING.plusSeconds(number), table(number));
      target.write(
          name,
          new MigrationFolder.Draft(
              up(number),
              down(number),
              new Manifest(
                  parent == null ? List.of() : List.of(parent),
                  before.fingerprint(),
                  after.fingerprint(),
                  List.of(),
                  List.of(),
                  "benchmark"),
              after));
      parent = name.toString();
      before = after;
    }
  }

  private static int numberOf(ObjectId id) {
    return id.path().stream()
        .map(NUMBER::matcher)
        .filter(Matcher::matches)
        .map(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isThere(ObjectId id, int last) {
    boolean comesSecond = id.kind() == Kind.COLUMN && id.name().equals("note");
    return numberOf(id) * 2 + (comesSecond ? 1 : 0) <= last;
  }

  private static Catalog only(Catalog whole, Predicate<ObjectId> chosen) {
    Map<ObjectId, Set<ObjectId>> needs = new TreeMap<>();
    whole
        .dependencies()
        .asMap()
        .forEach((id, others) -> {
          if (chosen.test(id)) {
            needs.put(id, others.stream().filter(chosen).collect(Collectors.toSet()));
          }
        });
    Map<ObjectId, List<String>> columns = new LinkedHashMap<>();
    List<DatabaseObject> objects = new ArrayList<>();
    for (DatabaseObject object : whole.objects()) {
      if (chosen.test(object.id())) {
        objects.add(object);
        if (object.id().kind() == Kind.TABLE) {
          columns.put(
              object.id(),
              whole.columnsOf(object.id()).stream()
                  .map(DatabaseObject::id)
                  .filter(chosen)
                  .map(ObjectId::name)
                  .toList());
        }
      }
    }
    return new Catalog(whole.engine(), objects, Dependencies.of(needs), columns);
  }

  private Catalog read() {
    var dialect = new Postgres();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(15));
        Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement()) {
      for (int number = 0; number < count; number++) {
        statement.execute(up(number));
      }
      return dialect.introspect(connection, Scope.all());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
