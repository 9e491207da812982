package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.CatalogJson;
import dev.slipway.planner.SchemaPlanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read from a database creates the same database again. A case is a folder with a {@code
 * schema.sql} and the {@code catalog.json} that is read from it.
 */
final class RoundTripTest {

  static Stream<Arguments> cases() throws IOException {
    return Cases.of("tables");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_read_and_create_the_same(Path folder, int version) throws IOException, SQLException {
    TestServer server = TestServer.of(version);
    try (TestDatabase written = server.newDatabase();
        TestDatabase created = server.newDatabase()) {
      written.run(Files.readString(folder.resolve("schema.sql")));
      Catalog catalog = written.read();
      String json = CatalogJson.write(catalog);
      Golden.check(folder.resolve("catalog.json"), json);
      assertThat(CatalogJson.read(json)).isEqualTo(catalog);

      var planner = new SchemaPlanner(new Postgres(), new TestShadow(server));
      created.runTogether(planner.create(catalog).up());

      Catalog again = created.read();
      assertThat(CatalogJson.write(again)).isEqualTo(json);
      assertThat(again.fingerprint()).isEqualTo(catalog.fingerprint());
      assertThat(again.dependencies().asMap()).isEqualTo(catalog.dependencies().asMap());
    }
  }
}
