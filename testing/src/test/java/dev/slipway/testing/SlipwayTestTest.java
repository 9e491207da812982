package dev.slipway.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SlipwayTest(preparation = SlipwayTestTest.Nothing.class, scripts = "todo.sql")
class SlipwayTestTest {

  static final class Nothing implements DatabasePreparation {
    @Override
    public void prepare(SlipwayDatabase database) {}
  }

  @BeforeEach
  void add(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT add_todo('second')");
    }
  }

  @AfterEach
  void look(SlipwayDatabase database) {
    assertThat(database.toString()).doesNotContain("password");
  }

  @Test
  void should_be_one_database_by_every_type_of_parameter(
      SlipwayDatabase database,
      Connection connection,
      DataSource dataSource,
      DSLContext dsl,
      @JdbcUrl String url)
      throws SQLException {
    dsl.execute("INSERT INTO todo (text) VALUES ('third')");
    assertThat(count(connection)).isEqualTo(3);
    try (Connection other = dataSource.getConnection();
        Connection another = DriverManager.getConnection(url)) {
      assertThat(count(other)).isEqualTo(3);
      assertThat(count(another)).isEqualTo(3);
      assertThat(another.getCatalog()).isEqualTo(database.name());
    }
  }

  @RepeatedTest(2)
  void should_not_see_what_another_test_did(DSLContext dsl) {
    assertThat(dsl.fetchCount(dsl.selectFrom("todo"))).isEqualTo(2);
    dsl.execute("DROP TABLE todo");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void should_give_each_case_a_database(int number, DSLContext dsl) {
    dsl.execute("INSERT INTO todo (text) VALUES (?)", String.valueOf(number));
    assertThat(dsl.fetchCount(dsl.selectFrom("todo"))).isEqualTo(3);
  }

  @Test
  @SlipwayTest(preparation = Nothing.class, scripts = "todo.sql", postgres = 15)
  void should_let_a_method_choose_another_version(Connection connection) throws SQLException {
    assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(15);
  }

  @Nested
  class Inside {
    @Test
    void should_take_the_annotation_of_the_class_around(Connection connection) throws SQLException {
      assertThat(count(connection)).isEqualTo(2);
    }
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT count(*) FROM todo")) {
      row.next();
      return row.getInt(1);
    }
  }
}
