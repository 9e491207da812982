package dev.slipway.pgdump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  private static Map<String, String> variables(String url) {
    return ClientAddress.of(new DatabaseUrl(url)).environment();
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://db.example.com/shop, db.example.com, 5432",
    "jdbc:postgresql://10.0.0.1:6432/shop, 10.0.0.1, 6432",
    "postgresql://[::1]:6432/shop, ::1, 6432",
    "postgresql://ann:secret@db_one:7000/shop, db_one, 7000",
    "postgresql:///shop, localhost, 5432"
  })
  void should_say_where_the_server_is(String url, String host, String port) {
    assertThat(variables(url))
        .containsEntry("PGHOST", host)
        .containsEntry("PGPORT", port)
        .containsEntry("PGDATABASE", "shop");
  }

  @Test
  void should_say_who_comes_and_what_is_checked() {
    assertThat(
            variables(
                "postgresql://ann%40home:p%2Fw%20d@db/shop%20two?sslmode=verify-full"
                    + "&sslrootcert=/etc/ca%20one.crt&connect_timeout=5&options=-c%20role%3Dlooker"))
        .containsEntry("PGUSER", "ann@home")
        .containsEntry("PGPASSWORD", "p/w d")
        .containsEntry("PGDATABASE", "shop two")
        .containsEntry("PGSSLMODE", "verify-full")
        .containsEntry("PGSSLROOTCERT", "/etc/ca one.crt")
        .containsEntry("PGCONNECT_TIMEOUT", "5")
        .containsEntry("PGOPTIONS", "-c role=looker");
  }

  /** Otherwise a program would go to this machine in their place. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:secret@one:5432,two:5432/shop",
        "postgresql://ann:secret@one,two/shop",
        "jdbc:postgresql:shop"
      })
  void should_refuse_what_no_program_can_be_told(String url) {
    assertThatThrownBy(() -> variables(url))
        .isInstanceOfSatisfying(
            SlipwayException.class,
            e -> assertThat(e.code()).isEqualTo(PgDumpError.ADDRESS_NOT_FOR_CLIENTS))
        .hasMessageNotContaining("secret");
  }
}
