package dev.slipway.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same format, another value, and never two that become one. */
final class FormatKeeperTest {

  private final FormatKeeper keeper = new FormatKeeper(new KeyedHash("a salt of some length"));

  @Test
  void should_permute_all_values_of_a_format() {
    Set<String> masked = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String value = "%02d-%02d".formatted(i / 100, i % 100);
      assertThat(keeper.of(value)).matches("\\d\\d-\\d\\d");
      masked.add(keeper.of(value));
    }
    assertThat(masked).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+49 170 5551234", "Müller", "Ægir Þór", "Анна-Мария", "x", "7", "a1B2c3"})
  void should_keep_letters_and_digits_where_they_were(String value) {
    String masked = keeper.of(value);

    assertThat(shape(masked)).isEqualTo(shape(value));
    assertThat(keeper.of(value)).isEqualTo(masked);
    assertThat(new FormatKeeper(new KeyedHash("another salt of length")).of(value + value))
        .isNotEqualTo(keeper.of(value + value));
  }

  @Test
  void should_leave_what_is_neither_letter_nor_digit() {
    assertThat(keeper.of("")).isEmpty();
    assertThat(keeper.of(" --\n")).isEqualTo(" --\n");
  }

  private static String shape(String text) {
    var shape = new StringBuilder();
    text.codePoints()
        .forEach(point ->
            shape.append(
                Character.isDigit(point)
                    ? "9"
                    : Character.isUpperCase(point)
                        ? "A"
                        : Character.isLetter(point) ? "a" : Character.toString(point)));
    return shape.toString();
  }
}
