package dev.slipway.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretsTest {

  @ParameterizedTest
  @CsvSource({
    "postgresql://user:s3cret@host/db, s3cret",
    "jdbc:postgresql://host/db?user=u&password=s3cret&ssl=true, s3cret",
    "postgresql://user:p@ss:word@host/db, p@ss:word",
    "postgres://user:a%40b@host, a%40b a@b",
    "postgres://user:50%@host, 50%",
    "postgresql://user@host/db, ''",
    "java:target/classes, ''",
  })
  void should_find_every_form_of_a_password(String address, String expected) {
    assertThat(String.join(" ", Secrets.of(address))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql:/user:s3cret@host/db",
    "postgresql:user:s3cret@host/db",
    "user:s3cret@host/db",
    "--url=user:s3cret@host/db",
    "postgresql://user:s3cret@host/db",
  })
  void should_suspect_a_password_where_the_form_is_wrong(String text) {
    assertThat(Secrets.suspectedIn(text)).contains("s3cret");
  }

  @ParameterizedTest
  @CsvSource({"sql:db/schema", "SLIP102:public.todo.note", "a:b@c", "someone@example.org"})
  void should_suspect_nothing_else(String text) {
    assertThat(Secrets.suspectedIn(text)).isEmpty();
  }
}
