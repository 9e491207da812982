package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedTablesTest {

  /** Tables, and names that are none where they stand. */
  private static final List<String> NAMES =
      List.of("message", "chat", "a", "b", "d", "Big one", "invoice", "text", "f", "user");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "alter table Message add column text int, add column user int | message",
        "alter table if exists only app.\"Big one\" drop column a | Big one",
        "alter table a add foreign key (b) references app.d (text) | a d",
        "create table invoice (user text, b int references chat, a int) | chat invoice",
        "create unique index i on app.message (chat, lower(text)) | message",
        "create trigger t after update on message execute function f() | message",
        "drop table if exists a, app.b cascade | a b",
        "truncate a, only b | a b",
        "lock table a, b in share mode | a b",
        "update message set text = 'alter table chat' | ``",
        "select 1 from a, b | ``",
        "alter table a alter column b set default 'on chat' | a",
      })
  void should_name_what_a_statement_may_want_for_itself(String sql, String tables) {
    var wanted = WantedTables.of(List.of(sql));
    assertThat(
            NAMES.stream()
                .filter(name -> wanted.mayBe("app", name))
                .sorted()
                .collect(Collectors.joining(" ")))
        .isEqualTo(tables);
  }

  @Test
  void should_tell_schemas_apart_that_are_named() {
    var wanted = WantedTables.of(List.of("drop table app.a", "drop table b"));
    assertThat(wanted.mayBe("app", "a")).isTrue();
    assertThat(wanted.mayBe("other", "a")).isFalse();
    assertThat(wanted.mayBe("other", "b")).isTrue();
  }
}
