package dev.slipway.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "add(integer, integer)|add|integer, integer|s.add(integer, integer)",
        "now()|now||s.now()",
        "we(ird(integer)|we(ird|integer|s.\"we(ird\"(integer)",
        "f(x)(text)|f(x)|text|s.\"f(x)\"(text)",
        "f(public.\"t(\"\"x\"[], \"char\")|f|public.\"t(\"\"x\"[],"
            + " \"char\"|s.f(public.\"t(\"\"x\"[], \"char\")"
      })
  void should_find_where_the_types_begin(String text, String name, String types, String qualified) {
    ObjectId id = ObjectId.of(Kind.ROUTINE, "s", text);
    assertThat(Signature.of(id)).isEqualTo(new Signature(name, types == null ? "" : types));
    assertThat(Signature.qualified(id)).isEqualTo(qualified);
  }
}
