package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresConnectionTest {

  private static final EmbeddedPostgres SERVER = TestServer.of(17).server();

  private static String address(String scheme, String user, String password, String rest) {
    return "%s://%s:%s@127.0.0.1:%d/%s".formatted(scheme, user, password, SERVER.port(), rest);
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Connection open(String url) {
    return PostgresConnection.open(new DatabaseUrl(url), "test");
  }

  /** The whole stack trace must not show the secret either. */
  private static SlipwayException refusal(String url, String secret) {
    SlipwayException refusal =
        catchThrowableOfType(SlipwayException.class, () -> open(url).close());
    var trace = new StringWriter();
    refusal.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString()).doesNotContain(secret);
    return refusal;
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "postgres", "jdbc:postgresql"})
  void should_accept_each_form_of_an_address(String scheme) throws SQLException {
    String url = address(scheme, "postgres", SERVER.password(), "postgres?connect_timeout=5");

    try (Connection connection = open(url)) {
      assertThat(setting(connection, "application_name")).isEqualTo("slipway test");
      assertThat(setting(connection, "TimeZone")).isEqualTo("UTC");
      assertThat(setting(connection, "search_path")).contains("public");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void should_decode_user_and_password() throws SQLException {
    try (Connection admin = SERVER.connect("postgres")) {
      TestServer.run(admin, "create role \"a@b:c/d e+f\" login password 'p@ss:w/rd %?#+'");
    }
    String url =
        address("postgresql", "a%40b%3Ac%2Fd%20e+f", "p%40ss%3Aw%2Frd%20%25%3F%23+", "postgres");

    try (Connection connection = open(url)) {
      assertThat(connection.getMetaData().getUserName()).isEqualTo("a@b:c/d e+f");
    }
  }

  @Test
  void should_say_that_the_password_is_wrong() {
    SlipwayException refusal =
        refusal(address("postgresql", "postgres", "hunter2", "postgres"), "hunter2");

    assertThat(refusal.code()).isEqualTo(PostgresError.LOGIN_REFUSED);
    assertThat(refusal.what()).contains("127.0.0.1", "as postgres");
  }

  @Test
  void should_say_that_the_password_is_missing() {
    SlipwayException refusal =
        refusal("postgresql://postgres@127.0.0.1:" + SERVER.port() + "/postgres", "hunter2");

    assertThat(refusal.code()).isEqualTo(PostgresError.LOGIN_REFUSED);
  }

  @Test
  void should_say_that_the_database_is_missing() {
    SlipwayException refusal =
        refusal(address("postgresql", "postgres", SERVER.password(), "nowhere"), SERVER.password());

    assertThat(refusal.code()).isEqualTo(PostgresError.DATABASE_MISSING);
    assertThat(refusal.what()).contains("nowhere");
  }

  @Test
  void should_say_that_no_server_answers() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    SlipwayException refusal =
        refusal("postgresql://a:hunter2@127.0.0.1:" + port + "/x", "hunter2");

    assertThat(refusal.code()).isEqualTo(PostgresError.SERVER_UNREACHABLE);
    assertThat(refusal.what()).contains("127.0.0.1:" + port);
  }

  @Test
  void should_say_that_the_host_is_unknown() {
    SlipwayException refusal = refusal("postgresql://a:hunter2@nowhere.invalid/x", "hunter2");

    assertThat(refusal.code()).isEqualTo(PostgresError.SERVER_UNREACHABLE);
    assertThat(refusal.what()).contains("nowhere.invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:hunter2@x@host/db",
        "postgresql://u:hunter2/x@host/db",
        "postgresql://u:x?hunter2@host/db",
        "postgresql://u:12?hunter2@host/db",
        "postgresql://u:hunter2#@host/db",
        "postgresql://u:hunter2@host:port/db",
        "postgresql://u:hunter2%zz@host/db",
        "postgresql://u:hunter2@host/db/more",
        "postgresql://u:hunter2@host:99999/db",
        "postgresql://u:hunter2@host:1,other:99999999999/db",
        "postgresql://u:12?hunter2=3@host/db",
        "postgresql://u:hunter2@host/db?sslmod=require",
        "mysql://u:hunter2@host/db",
        "hunter2"
      })
  void should_refuse_what_is_no_address_without_showing_it(String url) {
    SlipwayException refusal = refusal(url, "hunter2");

    assertThat(refusal.code()).isEqualTo(PostgresError.BAD_DATABASE_URL);
    assertThat(new DatabaseUrl(url).toString()).doesNotContain("hunter2");
  }

  @Test
  void should_name_an_option_that_the_driver_would_pass_over() {
    assertThat(refusal("postgresql://u:hunter2@host/db?sslmod=require", "hunter2").what())
        .contains("the option \"sslmod\", which is not known");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://u:hunter2@host:5432/db",
        "postgresql://u:hunter2@host:5432/db?sslmode=require",
        "jdbc:postgresql://host:5432/db?user=u&password=hunter2"
      })
  void should_show_an_address_without_its_secrets(String url) {
    assertThat(new DatabaseUrl(url)).hasToString("postgresql://host:5432/db");
  }
}
