package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotingTest {

  @ParameterizedTest
  @ValueSource(ints = {15, 17, 18})
  void should_let_every_keyword_be_a_name(int version) throws SQLException {
    try (TestDatabase database = TestServer.of(version).newDatabase();
        Statement statement = database.connection().createStatement()) {
      List<String> words = column(statement, "select word from pg_get_keywords() order by word");
      String columns =
          words.stream()
              .map(word -> Quoting.identifier(word) + " int")
              .collect(Collectors.joining(", "));

      statement.execute("create table words (" + columns + ")");

      assertThat(
              column(
                  statement,
                  "select attname from pg_attribute where attrelid = 'words'::regclass and attnum >"
                      + " 0 order by attnum"))
          .isEqualTo(words);
      for (String word : words) {
        statement.execute(
            "select "
                + Quoting.identifier(word)
                + ", words."
                + Quoting.identifier(word)
                + " from words");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "it's", "back\\slash", "\\'", "''", "line\nfeed", "ünï☃", "$$", "E'x'"})
  void should_write_a_text_that_is_read_back(String text) throws SQLException {
    try (TestDatabase database = TestServer.of(17).newDatabase();
        Statement statement = database.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      for (String setting : List.of("on", "off")) {
        statement.execute("set escape_string_warning = off");
        statement.execute("set standard_conforming_strings = " + setting);

        assertThat(column(statement, "select " + Quoting.literal(text))).containsExactly(text);
      }
    }
  }

  @Test
  void should_leave_plain_names_alone() {
    assertThat(List.of("todo", "_x1", "Todo", "1st", "user", "name"))
        .extracting(Quoting::identifier)
        .containsExactly("todo", "_x1", "\"Todo\"", "\"1st\"", "\"user\"", "name");
  }

  private static List<String> column(Statement statement, String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
