package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationNameTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:15:00.999Z"), ZoneId.of("Asia/Tokyo"));

  @Test
  void should_be_the_time_in_utc_and_what_it_does() {
    assertThat(MigrationName.next(CLOCK, "Add message-seq", List.of()))
        .hasToString("20261121101500_add_message_seq");
  }

  @Test
  void should_be_later_than_every_other() {
    assertThat(MigrationName.next(CLOCK, "b", List.of("20261121101500_a", "20261121101459_z")))
        .hasToString("20261121101501_b");
    assertThat(MigrationName.next(CLOCK, "c", List.of("20261231235959_ahead")))
        .hasToString("20270101000000_c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "ä", "a/b", "..", "a__b", "_a", "a_", "\"", "a\nb\u0000"})
  void should_refuse_what_can_not_be_a_folder(String words) {
    assertThatThrownBy(() -> MigrationName.next(CLOCK, words, List.of()))
        .hasMessageStartingWith("bad-migration-name: ");
  }

  @Test
  void should_know_what_is_a_name() {
    assertThat(MigrationName.isValid("20261121101500_add_message_seq")).isTrue();
    assertThat(MigrationName.isValid("20261321101500_month_13")).isFalse();
    assertThat(MigrationName.isValid("20260230101500_february_30")).isFalse();
    assertThat(MigrationName.isValid("V1__init")).isFalse();
    assertThat(MigrationName.isValid("20261121101500_Upper")).isFalse();
    assertThat(MigrationName.isValid("20261121101500_" + "a".repeat(81))).isFalse();
  }
}
