package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Routine.Argument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineArgumentsTest {

  @Test
  void should_take_defaults_apart() {
    String printed =
        "a integer, \"b, DEFAULT \"\"c\" text DEFAULT 'x, '' DEFAULT y'::text, VARIADIC d"
            + " numeric[] DEFAULT ARRAY[(1)::numeric, public.f(2, 3)]";

    assertThat(RoutineArguments.of(printed))
        .containsExactly(
            new Argument("a integer", null),
            new Argument("\"b, DEFAULT \"\"c\" text", "'x, '' DEFAULT y'::text"),
            new Argument("VARIADIC d numeric[]", "ARRAY[(1)::numeric, public.f(2, 3)]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|``|true",
        "a integer|a integer|true",
        "a integer DEFAULT 1|a integer DEFAULT 2|true",
        "a integer DEFAULT 1|a integer|false",
        "a integer|a integer DEFAULT 1|true",
        "a integer|b integer|false",
        "a integer|a bigint|false",
        "a integer, OUT b text|a integer, OUT c text|false",
        "a integer|a integer, b text|false"
      })
  void should_tell_what_can_be_replaced(String before, String after, boolean replaces) {
    assertThat(RoutineArguments.canReplace(RoutineArguments.of(before), RoutineArguments.of(after)))
        .isEqualTo(replaces);
  }
}
