package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedPostgresTest {

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void should_answer_with_the_version_that_was_asked_for(int version) throws SQLException {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version));
        Connection connection = server.connect("postgres")) {
      assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(version);
      assertThat(query(connection, "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(query(connection, "SHOW wal_level")).isEqualTo("logical");
      assertThat(query(connection, "SHOW fsync")).isEqualTo("off");
      assertThat(query(connection, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(connection, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(query(connection, "SELECT upper('äß') || lower('Ä')")).isEqualTo("Äßä");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void should_create_copy_list_and_drop_databases_of_any_name(int version) throws SQLException {
    String odd = "a \"b\".c 'd' \\ ünïcode select";
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary().version(version))) {
      server.createDatabase(odd);
      try (Connection connection = server.connect(odd);
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept AS SELECT 7 AS n");
      }
      server.createDatabase("copy", odd);
      try (Connection connection = server.connect("copy")) {
        assertThat(query(connection, "SELECT n FROM kept")).isEqualTo("7");
        assertThat(server.databases()).containsExactly(odd, "copy");
        server.dropDatabase("copy");
      }
      server.dropDatabase("copy");
      assertThat(server.databases()).containsExactly(odd);
      assertThatThrownBy(() -> server.createDatabase(odd))
          .isInstanceOf(SlipwayException.class)
          .hasMessageContaining("already exists");
      assertThatThrownBy(() -> server.createDatabase("x".repeat(64)))
          .hasMessageContaining("64 bytes");
    }
  }

  @Test
  void should_close_in_a_thread_that_was_interrupted_and_twice() {
    var server = EmbeddedPostgres.start(EmbeddedOptions.temporary());
    Postmaster running = UserProcess.serverIn(server.folder());
    Thread.currentThread().interrupt();
    server.close();
    assertThat(Thread.interrupted()).isTrue();
    server.close();
    assertThat(running.isAlive()).isFalse();
    assertThat(server.folder()).doesNotExist();
  }

  static String query(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
