package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.schema.model.ServerChosenName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "Priority,priority",
    "TaskStatus,task_status",
    "HTTPVerb,http_verb",
    "A,a",
    "Top10List,top10_list"
  })
  void should_turn_java_names_into_snake_case(String java, String snake) {
    assertThat(Names.snakeCase(java)).isEqualTo(snake);
  }

  @Test
  void should_choose_the_names_that_postgres_chooses() {
    assertThat(ServerChosenName.of("todo", List.of(), "pkey")).isEqualTo("todo_pkey");
    assertThat(ServerChosenName.of("todo", List.of("a", "b"), "key")).isEqualTo("todo_a_b_key");
    assertThat(ServerChosenName.of("t".repeat(63), List.of("c".repeat(60)), "fkey"))
        .isEqualTo("t".repeat(29) + "_" + "c".repeat(28) + "_fkey");
  }

  @Test
  void should_not_cut_a_character_in_two() {
    String name = ServerChosenName.of("ü".repeat(31), List.of("n"), "idx");

    assertThat(name).isEqualTo("ü".repeat(28) + "_n_idx");
    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
  }
}
