package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Scope;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.postgres.Postgres;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PostgreSQL 14 is read; nothing is changed there. */
class OldServerTest {

  @Test
  void should_read_and_not_change_the_last_version_that_ended() throws Exception {
    var dialect = new Postgres();
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(14))) {
      server.createDatabase("old");
      try (Connection connection = server.connect("old");
          Statement statement = connection.createStatement()) {
        statement.execute("create table item (id int primary key, price numeric)");
        statement.execute("create index on item (price)");
        statement.execute("create publication told for table item");
      }
      var url = new DatabaseUrl(server.jdbcUrlWithPassword("old"));
      var executor = new Executor(Target.at(dialect, url), ExecutorOptions.defaults());
      assertThatThrownBy(() ->
              executor.apply(
                  "push",
                  List.of(
                      new dev.slipway.plan.Statement(
                          "create table other (id int)", List.of(), true)),
                  connection -> {}))
          .hasMessageContaining("unsupported-server-version")
          .hasMessageContaining("PostgreSQL 14");
      try (Connection connection = dialect.connect(url, "test")) {
        var catalog = dialect.introspect(connection, Scope.all());
        assertThat(catalog.has(ObjectId.of(Kind.TABLE, "public", "item"))).isTrue();
        assertThat(catalog.has(ObjectId.of(Kind.INDEX, "public", "item_price_idx"))).isTrue();
        assertThat(catalog.has(ObjectId.of(Kind.PUBLICATION_MEMBER, "told", "public", "item")))
            .isTrue();
        assertThat(catalog.has(ObjectId.of(Kind.TABLE, "public", "other"))).isFalse();
        assertThat(catalog.has(ObjectId.of(Kind.SCHEMA, "slipway"))).isFalse();
        assertThat(dialect.traits(connection)).isNotEmpty();
      }
    }
  }
}
