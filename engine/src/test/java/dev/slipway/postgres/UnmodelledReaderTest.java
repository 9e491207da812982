package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.catalog.Catalog;
import dev.slipway.dialect.Scope;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A case is a folder with a {@code schema.sql} and the {@code refusal.txt} that it meets, and
 * perhaps a {@code clean.sql} without which the database could not be dropped.
 */
final class UnmodelledReaderTest {

  static Stream<Arguments> cases() throws IOException {
    return Cases.of("unmodelled");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_name_all_that_has_no_record(Path folder, int version)
      throws IOException, SQLException {
    try (TestDatabase database = TestServer.of(version).newDatabase()) {
      TestServer.run(database.connection(), Files.readString(folder.resolve("schema.sql")));

      SlipwayException refusal =
          catchThrowableOfType(SlipwayException.class, () -> database.read());

      Path clean = folder.resolve("clean.sql");
      if (Files.exists(clean)) {
        database.run(Files.readString(clean));
      }
      assertThat(database.connection().getAutoCommit()).isTrue();
      Golden.check(folder.resolve("refusal.txt"), refusal.getMessage() + "\n");
      assertThat(refusal.code()).isEqualTo(PostgresError.UNMODELLED_OBJECTS);
    }
  }

  @Test
  void should_not_mind_what_is_left_out_or_belongs_to_an_extension() throws SQLException {
    try (TestDatabase database = TestServer.of(17).newDatabase()) {
      TestServer.run(
          database.connection(),
          """
          create extension hstore;
          create extension citext;
          create schema platform;
          create domain platform.email as text;
          create table platform.t (a int) partition by list (a);
          create schema slipway;
          create type slipway.pair as (a int, b int);
          create table t (a citext, b hstore);
          """);

      Catalog catalog =
          new Postgres().introspect(database.connection(), new Scope(Set.of("platform"), Set.of()));

      assertThat(catalog.objects())
          .extracting(object -> object.id().toString())
          .containsExactly(
              "extension citext",
              "extension hstore",
              "table public.t",
              "column public.t.a",
              "column public.t.b");
    }
  }
}
