package dev.slipway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConsoleProgressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0   | 10   | 5000   | 0 of 10
          400 | 1000 | 20000  | 400 of 1000, 20 per second, 30 s left
          1   | 4    | 30000  | 1 of 4, 2 per minute, 1 min 30 s left
          10  | 10   | 100    | 10 of 10, 100 per second, 0 s left
          """)
  void should_say_how_far_how_fast_and_how_long(int done, int of, long millis, String said) {
    assertThat(ConsoleProgress.pace(done, of, millis)).isEqualTo(said);
  }
}
