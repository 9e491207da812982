package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlColorsTest {

  @Test
  void should_color_words_literals_and_comments() {
    assertThat(marked("select 'it''s', 12 from \"from\" -- to the end\nwhere x = $a$from$a$"))
        .isEqualTo(
            "<36:select> <35:'it''s'>, <35:12> <36:from> \"from\" <2:-- to the end>\n"
                + "<36:where> x = <35:$a$from$a$>");
  }

  @Test
  void should_begin_the_color_anew_in_each_line() {
    assertThat(marked("as $$\n  begin\n$$;")).isEqualTo("<36:as> <35:$$>\n<35:  begin>\n<35:$$>;");
    assertThat(marked("/* a\nb */ table")).isEqualTo("<2:/* a>\n<2:b */> <36:table>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'open", "$a$ open", "/* open", "\"open", "$1 + $", "--", "", "x'y"})
  void should_leave_the_text_as_it_is(String sql) {
    assertThat(Style.COLORED.sql(sql).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(sql);
    assertThat(Style.PLAIN.sql(sql)).isSameAs(sql);
  }

  private static String marked(String sql) {
    return Style.COLORED
        .sql(sql)
        .replaceAll("\u001b\\[0m", ">")
        .replaceAll("\u001b\\[([0-9;]+)m", "<$1:");
  }
}
