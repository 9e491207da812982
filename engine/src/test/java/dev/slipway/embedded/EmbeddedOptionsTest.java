package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.error.SlipwayException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedOptionsTest {

  @Test
  void should_not_change_what_it_was_made_from() {
    EmbeddedOptions options = EmbeddedOptions.shared("a");
    EmbeddedOptions changed =
        options.version(15).linger(Duration.ofSeconds(5)).setting("work_mem", "8MB");
    assertThat(options.version()).isEqualTo(17);
    assertThat(options.linger()).isEqualTo(Duration.ofSeconds(60));
    assertThat(options.settings()).isEmpty();
    assertThat(changed.version()).isEqualTo(15);
    assertThat(changed.linger()).isEqualTo(Duration.ofSeconds(5));
    assertThat(changed.settings()).containsEntry("work_mem", "8MB");
  }

  @Test
  void should_refuse_versions_without_binaries() {
    assertThatThrownBy(() -> EmbeddedOptions.temporary().version(13))
        .isInstanceOf(SlipwayException.class)
        .hasMessageContaining("no embedded PostgreSQL 13")
        .hasMessageContaining("14, 15, 16, 17, 18");
  }

  @ParameterizedTest
  @ValueSource(strings = {"port", "Listen_Addresses", "data_directory", "a b", "x = 1\ny", ""})
  void should_refuse_settings_that_are_not_the_callers(String name) {
    assertThatThrownBy(() -> EmbeddedOptions.temporary().setting(name, "1"))
        .isInstanceOf(SlipwayException.class)
        .hasMessageStartingWith("server-setting-refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../up", "A", "with space"})
  void should_refuse_names_that_are_no_folders(String name) {
    assertThatThrownBy(() -> EmbeddedOptions.shared(name))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void should_give_settings_to_the_server_whatever_is_in_them() throws SQLException {
    String odd = "it's a \\ and a\nnew line # not a comment";
    EmbeddedOptions options =
        EmbeddedOptions.temporary().setting("work_mem", "7MB").setting("slipway.odd", odd);
    try (var server = EmbeddedPostgres.start(options);
        Connection connection = server.connect("postgres")) {
      assertThat(EmbeddedPostgresTest.query(connection, "SHOW work_mem")).isEqualTo("7MB");
      assertThat(EmbeddedPostgresTest.query(connection, "SHOW slipway.odd")).isEqualTo(odd);
    }
  }
}
