package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.ScriptException;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.dialect.ScriptStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of {@code src/test/cases/script} holds a {@code script.sql} and what it is cut into.
 */
class PostgresScriptTest {

  private static final Path CASES = Path.of("src/test/cases/script");

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_cut_as_the_server_would(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("script.sql"));
    String actual = describe(text);
    Path expected = folder.resolve("expected.txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String describe(String text) {
    ScriptParts script;
    try {
      script = PostgresScript.read(text);
    } catch (ScriptException e) {
      return e.getMessage() + "\n";
    }
    var out = new StringBuilder();
    script
        .statements()
        .forEach(statement -> {
          out.append("=== line ").append(statement.line()).append("\n");
          out.append(statement.sql()).append("\n");
          if (statement.rows() != null) {
            out.append("=== rows\n").append(statement.rows());
          }
          assertThat(text).contains(statement.sql());
          assertThat(text.substring(statement.offset())).startsWith(statement.sql());
        });
    script.directives().forEach(directive -> out.append("=== ").append(directive).append("\n"));
    return out.append("=== content\n").append(script.content()).toString();
  }

  @Test
  void should_know_the_place_of_each_statement() {
    String text = "-- é 𝄞 licence\r\n\r\n  select 'ü';\r\n\tselect 2\r\n;";
    assertThat(PostgresScript.read(text).statements())
        .containsExactly(
            new ScriptStatement("select 'ü'", 3, text.indexOf("select 'ü'")),
            new ScriptStatement("select 2", 4, text.indexOf("select 2")));
  }

  @Test
  void should_have_the_same_content_when_only_comments_and_white_space_differ() {
    String one = PostgresScript.read("select  a,b -- x\nfrom t;").content();
    String other = PostgresScript.read("/* y */ select a , b\n\n from t").content();
    assertThat(one).isEqualTo(other);
  }

  @Test
  void should_have_another_content_when_a_literal_or_a_directive_differs() {
    String one = PostgresScript.read("select 'a b'").content();
    assertThat(PostgresScript.read("select 'a  b'").content()).isNotEqualTo(one);
    assertThat(PostgresScript.read("-- slipway: irreversible: x\nselect 'a b'").content())
        .isNotEqualTo(one);
  }

  @Test
  void should_name_the_file_when_it_is_known() {
    assertThatThrownBy(
            () -> {
              try {
                PostgresScript.read("select 1;\n\nselect 'a");
              } catch (ScriptException e) {
                throw e.in("up.sql");
              }
            })
        .hasMessageStartingWith("unterminated-script: up.sql:3: the text in single quotes");
  }
}
