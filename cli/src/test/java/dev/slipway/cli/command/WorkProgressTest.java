package dev.slipway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

final class WorkProgressTest {

  private Instant now = Instant.EPOCH;
  private LongFunction<String> line = elapsed -> "";

  private final InstantSource time = () -> now;
  private final WorkProgress progress =
      new WorkProgress(time.withZone(ZoneOffset.UTC), said -> line = said);

  private String shown() {
    return line.apply(Duration.between(Instant.EPOCH, now).toMillis());
  }

  @Test
  void should_begin_anew_with_each_kind_of_work() {
    progress.at("loading the definition", 0, 300);
    now = now.plusSeconds(5);
    progress.at("loading the definition", 100, 300);

    assertThat(shown()).isEqualTo("100 of 300, 20 per second, 10 s left  loading the definition");

    progress.at("proving the plan", 0, 40);
    now = now.plusSeconds(2);
    progress.at("proving the plan", 20, 40);

    assertThat(shown()).isEqualTo("20 of 40, 10 per second, 2 s left  proving the plan");
  }

  @Test
  void should_say_how_long_it_has_taken_where_there_is_nothing_left_to_count() {
    progress.at("proving the plan", 0, 1);
    now = now.plusSeconds(3);

    assertThat(shown()).isEqualTo("proving the plan  3 s");

    progress.at("proving the plan", 40, 40);

    assertThat(shown()).isEqualTo("proving the plan  3 s");
  }
}
