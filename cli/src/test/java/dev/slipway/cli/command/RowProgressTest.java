package dev.slipway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowProgressTest {

  @Test
  void should_say_how_far_it_is_how_fast_and_how_long_the_rest_takes() {
    assertThat(RowProgress.pace(40_000, 90_000, 40_000, 2_000))
        .isEqualTo("40000 of about 90000 rows, 20000 per second, 2 s left");
  }

  @Test
  void should_say_nothing_of_the_rest_where_the_statistics_were_too_low() {
    assertThat(RowProgress.pace(100, 90, 100, 1_000)).isEqualTo("100 rows, 100 per second");
    assertThat(RowProgress.pace(0, 90, 0, 0)).isEqualTo("0 of about 90 rows");
  }

  @Test
  void should_name_what_is_being_done() {
    List<String> said = new ArrayList<>();
    var progress =
        new RowProgress(
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), line -> said.add(line.apply(3_000)));
    progress.choosing(7_000);
    progress.copying("public.messages", 0, 7_000);
    progress.asking();
    assertThat(said)
        .containsExactly(
            "choosing rows  7000  3 s",
            "copying rows  0 of about 7000 rows  public.messages",
            "asking foreign keys  3 s");
  }
}
