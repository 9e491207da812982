package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTableTest {

  @Test
  void should_align_columns_by_letters() {
    String text =
        new TextTable("state", "name")
            .row("日本語", "c")
            .row("größer 🙂", "a")
            .row("x", "with\nline feed")
            .text(Style.PLAIN, "  ");

    assertThat(text)
        .isEqualTo(
            """
              state       name
              日本語      c
              größer 🙂   a
              x           with line feed
            """);
  }

  @Test
  void should_print_nothing_without_rows() {
    assertThat(new TextTable("a", "b").text(Style.COLORED, "")).isEmpty();
  }
}
