package dev.slipway.stamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** A database says which environment it is, and a copy of it is noticed. */
@ParameterizedClass
@ValueSource(ints = {15, 17, 18})
final class EnvironmentStampTest {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Parameter int version;

  private EmbeddedPostgres server() {
    return Servers.of(version);
  }

  private String database() {
    String name = "shop_" + COUNT.incrementAndGet();
    server().createDatabase(name);
    return name;
  }

  private static Stamp stamp(Connection connection, String environment) {
    Standing seen = EnvironmentStamp.standing(connection, environment);
    Standing now =
        EnvironmentStamp.write(connection, environment, seen, null, null, "me@here", "1");
    assertThat(now).isInstanceOf(Standing.Stamped.class);
    return ((Standing.Stamped) now).stamp();
  }

  private static String refusal(Connection connection, String environment) {
    return catchThrowableOfType(
            SlipwayException.class, () -> EnvironmentStamp.check(connection, environment))
        .code()
        .slug();
  }

  @Test
  void should_know_its_environment_and_no_other() throws SQLException {
    try (Connection connection = server().connect(database())) {
      assertThat(refusal(connection, "production")).isEqualTo("unstamped");

      Stamp stamp = stamp(connection, "production");

      EnvironmentStamp.check(connection, "production");
      assertThat(refusal(connection, "staging")).isEqualTo("wrong-environment");
      assertThat(stamp.from()).isEqualTo("me@here");
      assertThat(stamp.place().system())
          .isEqualTo(value(connection, "select system_identifier from pg_control_system()"));
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void should_notice_a_copy_made_by_the_server() throws SQLException {
    String original = database();
    try (Connection connection = server().connect(original)) {
      stamp(connection, "production");
    }
    String copy = original + "_copy";
    server().createDatabase(copy, original);

    try (Connection connection = server().connect(copy)) {
      assertThat(refusal(connection, "production")).isEqualTo("database-copied");
      assertThat(refusal(connection, "staging")).isEqualTo("wrong-environment");
    }
    try (Connection connection = server().connect(original)) {
      EnvironmentStamp.check(connection, "production");
    }
  }

  /** As a dump does, which has rows and no oids. */
  @Test
  void should_notice_a_row_that_was_given_elsewhere() throws SQLException {
    try (Connection connection = server().connect(database())) {
      Stamp stamp = stamp(connection, "production");
      execute(connection, "update slipway.stamp set system_identifier = '1'");
      assertThat(refusal(connection, "production")).isEqualTo("database-copied");

      Standing seen = EnvironmentStamp.standing(connection, "production");
      EnvironmentStamp.write(
          connection, "production", seen, stamp.identity(), "moved", "me@here", "1");

      EnvironmentStamp.check(connection, "production");
      var now = (Standing.Stamped) EnvironmentStamp.standing(connection, "production");
      assertThat(now.stamp().identity()).isEqualTo(stamp.identity());
      assertThat(now.stamp().reason()).isEqualTo("moved");
      assertThat(value(connection, "select count(*) from slipway.stamp")).isEqualTo("2");
    }
  }

  @Test
  void should_go_by_the_table_where_the_server_does_not_tell_its_identifier() throws SQLException {
    String name = database();
    try (Connection connection = server().connect(name)) {
      execute(
          connection,
          """
          revoke execute on function pg_catalog.pg_control_system() from public;
          create role shop_%1$s login password 'secret';
          grant create on database %1$s to shop_%1$s
          """
              .formatted(name));
    }
    try (Connection connection =
        DriverManager.getConnection(server().jdbcUrl(name), "shop_" + name, "secret")) {
      Stamp stamp = stamp(connection, "production");
      assertThat(stamp.place().system()).isNull();
      EnvironmentStamp.check(connection, "production");

      execute(connection, "create table slipway.stamp_again (like slipway.stamp including all)");
      execute(
          connection,
          "insert into slipway.stamp_again overriding system value table slipway.stamp");
      execute(
          connection, "drop table slipway.stamp; alter table slipway.stamp_again rename to stamp");
      assertThat(refusal(connection, "production")).isEqualTo("database-copied");
    }
    try (Connection connection = server().connect(name)) {
      execute(connection, "grant execute on function pg_catalog.pg_control_system() to public");
    }
  }

  @Test
  void should_let_any_role_check_within_its_transaction() throws SQLException {
    String name = database();
    try (Connection connection = server().connect(name)) {
      stamp(connection, "production");
      execute(connection, "create role app_%s login password 'secret'".formatted(name));
    }
    try (Connection connection =
        DriverManager.getConnection(server().jdbcUrl(name), "app_" + name, "secret")) {
      connection.setAutoCommit(false);
      execute(connection, "set transaction read only");
      execute(connection, "select set_config('app.mine', 'kept', true)");

      EnvironmentStamp.check(connection, "production");

      assertThat(refusal(connection, "staging")).isEqualTo("wrong-environment");
      assertThat(value(connection, "select current_setting('app.mine')")).isEqualTo("kept");
      assertThat(connection.getAutoCommit()).isFalse();
    }
  }

  /** As servers do that keep no control file of their own. */
  @Test
  void should_go_on_with_a_transaction_when_the_server_knows_no_identifier() throws SQLException {
    try (Connection connection = server().connect(database())) {
      execute(
          connection,
          """
          alter function pg_catalog.pg_control_system() rename to pg_control_system_before;
          create function pg_catalog.pg_control_system() returns table (system_identifier bigint)
            language plpgsql as $$ begin raise 'not supported'; end $$
          """);
      stamp(connection, "production");
      connection.setAutoCommit(false);
      execute(connection, "select set_config('app.mine', 'kept', true)");

      EnvironmentStamp.check(connection, "production");

      assertThat(value(connection, "select current_setting('app.mine')")).isEqualTo("kept");
    }
  }

  @Test
  void should_be_stamped_once_by_many_at_once() throws Exception {
    String name = database();
    int many = 6;
    var together = new CountDownLatch(many);
    List<Future<UUID>> identities = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      for (int i = 0; i < many; i++) {
        identities.add(
            threads.submit(() -> {
              try (Connection connection = server().connect(name)) {
                Standing seen = EnvironmentStamp.standing(connection, "dev");
                together.countDown();
                together.await();
                Standing now =
                    EnvironmentStamp.write(connection, "dev", seen, null, null, "a@b", "1");
                return ((Standing.Stamped) now).stamp().identity();
              }
            }));
      }
      for (Future<UUID> identity : identities) {
        assertThat(identity.get()).isEqualTo(identities.getFirst().get());
      }
    }
    try (Connection connection = server().connect(name)) {
      assertThat(value(connection, "select count(*) from slipway.stamp")).isEqualTo("1");
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
