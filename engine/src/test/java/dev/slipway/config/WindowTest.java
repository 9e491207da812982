package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WindowTest {

  /** 2026-11-23 is a Monday; Berlin is an hour ahead of UTC then, and two in summer. */
  @ParameterizedTest
  @CsvSource({
    "Mon-Thu 09:00-16:00, 2026-11-23T09:00:00Z, true,",
    "Mon-Thu 09:00-16:00, 2026-11-23T08:59:59Z, false, 2026-11-23T09:00:00Z",
    "Mon-Thu 09:00-16:00, 2026-11-23T16:00:00Z, false, 2026-11-24T09:00:00Z",
    "Mon-Thu 09:00-16:00 Europe/Berlin, 2026-11-23T08:00:00Z, true,",
    "Mon-Thu 09:00-16:00 Europe/Berlin, 2026-11-27T10:00:00Z, false, 2026-11-30T08:00:00Z",
    "Fri-Mon 22:00-02:00, 2026-11-24T01:59:00Z, true,",
    "Fri-Mon 22:00-02:00, 2026-11-24T02:00:00Z, false, 2026-11-27T22:00:00Z",
    "Fri-Mon 22:00-02:00, 2026-11-25T01:00:00Z, false, 2026-11-27T22:00:00Z",
    "'Tue,Thu 10:00-11:00', 2026-11-25T10:30:00Z, false, 2026-11-26T10:00:00Z",
    "Mon 10:00-11:00, 2026-11-23T11:00:00Z, false, 2026-11-30T10:00:00Z",
    "Sun 02:30-03:30 Europe/Berlin, 2026-03-28T12:00:00Z, false, 2026-03-29T01:30:00Z"
  })
  void should_say_when_it_is_open(String text, String at, boolean isOpen, String next) {
    Window window = Objects.requireNonNull(Window.parse(text));

    assertThat(window.isOpen(Instant.parse(at))).isEqualTo(isOpen);
    if (!isOpen) {
      assertThat(window.next(Instant.parse(at))).isEqualTo(Instant.parse(next));
    }
  }
}
