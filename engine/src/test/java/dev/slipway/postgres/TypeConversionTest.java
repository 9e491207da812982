package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypeConversionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integer                        | bigint                         | true
          bigint                         | integer                        | false
          bigint                         | double precision               | false
          integer                        | numeric                        | true
          integer                        | numeric(10,0)                  | true
          integer                        | numeric(10,2)                  | false
          integer                        | text                           | true
          character varying(10)          | character varying(20)          | true
          character varying(10)          | character varying              | true
          character varying(10)          | character varying(9)           | false
          character varying(10)          | text                           | true
          character(3)                   | character varying(3)           | true
          character varying(3)           | character(3)                   | false
          text                           | integer                        | false
          numeric(8,2)                   | numeric(9,3)                   | true
          numeric(8,2)                   | numeric(9,4)                   | false
          numeric                        | numeric(9,4)                   | false
          timestamp(3) without time zone | timestamp without time zone    | true
          timestamp with time zone       | timestamp(0) with time zone    | false
          timestamp with time zone       | date                           | false
          date                           | timestamp(0) without time zone | false
          date                           | timestamp with time zone       | true
          character varying(5)[]         | text[]                         | true
          text                           | text[]                         | true
          text[]                         | text                           | true
          bigint[]                       | integer[]                      | false
          public.color                   | text                           | true
          public.color                   | public.shade                   | false
          """)
  void should_know_what_keeps_every_value(String before, String after, boolean exact) {
    assertThat(TypeConversion.of(before, after).isExact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      textBlock =
          """
          text                     | character varying(5)   | nothing
          text                     | integer                | c::integer
          integer                  | text                   | nothing
          numeric(5,2)             | integer                | nothing
          timestamp with time zone | date                   | nothing
          date                     | integer                | c::text::integer
          integer                  | boolean                | c::boolean
          json                     | jsonb                  | nothing
          text                     | public.color           | c::public.color
          public.color             | public."my type"       | c::text::public."my type"
          character varying(5)     | text[]                 | case when c is not null then array[c]::text[] end
          text[]                   | text                   | nothing
          text                     | uuid[]                 | c::uuid[]
          """)
  void should_ask_for_a_cast_only_where_it_must(String before, String after, String using) {
    assertThat(TypeConversion.of(before, after).using("c", after)).isEqualTo(using);
  }
}
