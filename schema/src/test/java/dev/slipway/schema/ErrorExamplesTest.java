package dev.slipway.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One wrong definition for each code, with all that is said about it: the examples of the pages in
 * {@code docs/errors}. {@code -Dgolden.update=true} writes them.
 */
class ErrorExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("slipway.project.root"), "schema/src/test/cases/errors");

  /** Of the definitions that are refused, the first of each code. */
  static Stream<Map.Entry<DefinitionError, ThrowingCallable>> examples() {
    var first = new LinkedHashMap<DefinitionError, ThrowingCallable>();
    WrongDefinitionTest.cases()
        .forEach(wrong -> first.putIfAbsent(wrong.code(), () -> wrong.table().get().definition()));
    Stream.of(
            WrongClausesTest.names(),
            WrongClausesTest.types(),
            WrongClausesTest.clauses(),
            WrongClausesTest.schemas())
        .flatMap(cases -> cases)
        .forEach(wrong -> first.putIfAbsent(wrong.code(), () -> wrong.definition().run()));
    first.put(
        DefinitionError.ALIAS_FAILED,
        () -> TableDefinition.alias(new WrongDefinitionTest.Wrong("note"), "n"));
    return first.entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void should_say_what_its_page_shows(Map.Entry<DefinitionError, ThrowingCallable> example)
      throws IOException {
    SlipwayException failure = catchThrowableOfType(SlipwayException.class, example.getValue());

    assertThat(failure.code()).isEqualTo(example.getKey());
    String said = failure.code().slug() + ": " + failure.what() + "\n" + failure.next() + "\n";
    Path golden = EXAMPLES.resolve(failure.code().slug() + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(EXAMPLES);
      Files.writeString(golden, said);
    }
    assertThat(golden).content().isEqualTo(said);
  }
}
