package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionTest {

  @Test
  void should_suggest_only_what_is_near() {
    var known = List.of("schema", "migrations", "postgres");

    assertThat(Suggestion.nearest("shcema", known)).isEqualTo("schema");
    assertThat(Suggestion.nearest("migration", known)).isEqualTo("migrations");
    assertThat(Suggestion.nearest("colour", known)).isNull();
  }
}
