package dev.slipway.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Watcher;
import dev.slipway.planner.Desired;
import dev.slipway.postgres.Postgres;
import dev.slipway.shadow.DeferredShadow;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions that are read from what the engine made of them before. */
final class ElaborationsTest {

  private static final String SQL =
      """
      -- slipway: renamed: table public.users from public.people
      create type mood as enum ('sad', 'glad');
      create table users (id bigint generated always as identity primary key, name text not null);
      create table "Notes" (
        body varchar(20) default 'none' check (body in ('none', 'some')),
        author bigint references users on delete cascade, mood mood[],
        place int generated always as (length(body)) stored);
      comment on column users.name is 'the name';
      create view names as select name from users;
      grant select on names to public;
      """;

  @TempDir Path folder;

  private final Shadow unopened =
      new DeferredShadow(
          Scope.all(),
          () -> {
            throw new IllegalStateException("the shadow was opened");
          },
          Watcher.NOBODY);

  private Desired read(Shadow shadow, String... context) throws IOException {
    Path definition = Files.writeString(folder.resolve("schema.sql"), SQL);
    var elaborations = Elaborations.in(folder.resolve("cache"), List.of(context));
    var reader =
        new SourceReader(
            new Postgres(), shadow, folder, List.of(), (database, path) -> {}, elaborations);
    Desired desired = reader.read(new Source.SqlFiles(definition));
    elaborations.await();
    return desired;
  }

  private Desired elaborate(String... context) throws IOException {
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), 17, List.of())) {
      return read(shadow, context);
    }
  }

  @Test
  void should_give_what_the_engine_gives() throws IOException {
    Desired elaborated = elaborate("17");
    Desired known = read(unopened, "17");

    assertThat(known.catalog()).isEqualTo(elaborated.catalog());
    assertThat(known.catalog().fingerprint()).isEqualTo(elaborated.catalog().fingerprint());
    assertThat(known.catalog().columnOrder()).isEqualTo(elaborated.catalog().columnOrder());
    assertThat(known.catalog().dependencies().asMap())
        .isEqualTo(elaborated.catalog().dependencies().asMap());
    assertThat(known.renames()).isEqualTo(elaborated.renames()).hasSize(1);
  }

  private Desired readJava(String most, Shadow shadow, Dialect dialect) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("java"));
    Files.writeString(
        sources.resolve("Shop.java"),
        """
        package shop;

        import dev.slipway.schema.Column;
        import dev.slipway.schema.TableDefinition;

        public final class Shop extends TableDefinition {
          public static final Shop SHOP = new Shop();
          public final Column<Integer> id = serial("id").primaryKey();
          public final Column<String> name = text("full name").renamedFrom("name: old");

          private Shop() {
            super("shop");
            renamedFrom("store");
            check("some", "id < %s");
          }
        }
        """
            .formatted(most));
    Files.writeString(
        sources.resolve("more.sql"),
        "-- slipway: renamed: view public.shops from public.stores\n"
            + "create view shops as select id from shop;");
    var elaborations = Elaborations.in(folder.resolve("cache"), List.of());
    var reader =
        new SourceReader(dialect, shadow, folder, List.of(), (database, path) -> {}, elaborations);
    Desired desired = reader.read(new Source.JavaClasses(sources));
    elaborations.await();
    return desired;
  }

  /** Fails when classes are loaded: what they define is put into the engine's words then. */
  private static Dialect withoutLoading() {
    var postgres = new Postgres();
    return (Dialect)
        Proxy.newProxyInstance(
            Dialect.class.getClassLoader(),
            new Class<?>[] {Dialect.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("define")) {
                throw new IllegalStateException("the classes were loaded");
              }
              return method.invoke(postgres, arguments);
            });
  }

  @Test
  void should_not_load_classes_that_said_it_before() throws IOException {
    Desired loaded;
    try (Shadow shadow = EmbeddedShadow.open(new Postgres(), 17, List.of())) {
      loaded = readJava("9", shadow, new Postgres());
    }
    Desired known = readJava("9", unopened, withoutLoading());

    assertThat(known.catalog()).isEqualTo(loaded.catalog());
    assertThat(known.renames()).isEqualTo(loaded.renames()).hasSize(3);
    assertThatThrownBy(() -> readJava("8", unopened, withoutLoading()))
        .hasMessage("the classes were loaded");
    assertThatThrownBy(() -> readJava("8", unopened, new Postgres()))
        .hasMessage("the shadow was opened");
    assertThat(readJava("9", unopened, withoutLoading()).catalog()).isEqualTo(loaded.catalog());
  }

  @Test
  void should_ask_the_engine_when_anything_else_differs() throws IOException {
    elaborate("17");

    assertThatThrownBy(() -> read(unopened, "18")).hasMessage("the shadow was opened");
    assertThatThrownBy(() -> read(unopened, "1", "7")).hasMessage("the shadow was opened");
  }

  @Test
  void should_ask_the_engine_when_what_was_kept_is_damaged() throws IOException {
    Desired before = elaborate("17");
    try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
      for (Path file : kept.toList()) {
        Files.writeString(file, Files.readString(file).substring(0, 100));
      }
    }

    assertThatThrownBy(() -> read(unopened, "17")).hasMessage("the shadow was opened");
    assertThat(elaborate("17").catalog()).isEqualTo(before.catalog());
    assertThat(read(unopened, "17").catalog()).isEqualTo(before.catalog());
  }

  @Test
  void should_forget_what_nobody_asks_for() throws IOException {
    for (int i = 0; i < 9; i++) {
      elaborate("context " + i);
    }
    try (Stream<Path> kept = Files.list(folder.resolve("cache"))) {
      assertThat(kept).as("six catalogs, each with its scripts").hasSize(2 * 6);
    }
  }

  @Test
  void should_agree_with_the_catalog_that_it_was_compared_with() throws IOException {
    var elaborations = Elaborations.in(folder.resolve("cache"), List.of());
    Path catalog = Files.writeString(folder.resolve("catalog.json"), "one");
    elaborations.agree("key", catalog);

    assertThat(elaborations.agrees("key", catalog)).isTrue();
    assertThat(elaborations.agrees("other", catalog)).isFalse();
    assertThat(Elaborations.none().agrees("key", catalog)).isFalse();
    Files.writeString(catalog, "other");
    assertThat(elaborations.agrees("key", catalog)).isFalse();
  }
}
