package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class ActivityTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          Style.PLAIN,
          Style.PLAIN,
          false);
  private final Clock start = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private volatile Clock now = start;

  @Test
  @Timeout(60)
  void should_draw_what_takes_long_and_take_it_away() {
    console.keepSecret(List.of("hunter2"));
    try (Activity activity = Activity.start(console, clock(), "slipway migrate", true)) {
      Objects.requireNonNull(activity).say(elapsed -> "hunter2 " + Activity.duration(elapsed));
      now = Clock.offset(start, Duration.ofSeconds(125));
      while (!said().contains("2 min 5 s")) {
        Thread.onSpinWait();
      }
      console.error("a line");
    }

    assertThat(said())
        .startsWith("\r*** 2 min 5 s\u001b[K")
        .contains("\r\u001b[Ka line\n")
        .matches("(?s).*(\r\u001b\\[K|a line\n)$");
  }

  @Test
  void should_do_nothing_without_a_terminal() {
    assertThat(Activity.start(console, clock(), "slipway migrate", false)).isNull();
    assertThat(Columns.cut("日本語", 5)).isEqualTo("日本…");
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now.instant();
      }
    };
  }
}
