package dev.slipway.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.cli.output.ExitCode;
import dev.slipway.cli.output.Style;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the demo says when its story does not come true: the examples of the pages in {@code
 * docs/errors}. {@code -Dgolden.update=true} writes them.
 */
final class ErrorExamplesTest {

  private static final Path EXAMPLES =
      Path.of(System.getProperty("slipway.project.root"), "cli/src/test/cases/errors");

  @TempDir Path folder;

  @Test
  void should_say_that_a_command_ended_otherwise() throws IOException {
    check("step-failed", () -> steps(() -> false).slipway("migrate", "--dry-run"));
  }

  @Test
  void should_say_that_it_was_ended() throws IOException {
    check("ended-early", () -> steps(() -> true).slipway("migrate"));
  }

  @Test
  void should_say_that_the_rows_are_others() throws IOException {
    check("rows-changed", () -> Story.demand(false, "The rows are not what they were."));
  }

  @Test
  void should_say_that_the_application_failed() throws IOException {
    try (var server = EmbeddedPostgres.start(EmbeddedOptions.temporary())) {
      check("rows-failed", () -> new Rows(server, "nowhere").count());
    }
  }

  private Steps steps(BooleanSupplier isInterrupted) {
    var nobody = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Steps(
        (where, arguments, output) -> ExitCode.FAILED,
        folder,
        new Narrator(nobody, Style.PLAIN),
        isInterrupted);
  }

  private static void check(String code, ThrowingCallable work) throws IOException {
    SlipwayException failure = catchThrowableOfType(SlipwayException.class, work);
    assertThat(failure.code().slug()).isEqualTo(code);
    String said = code + ": " + failure.what() + "\n" + failure.next() + "\n";
    Path golden = EXAMPLES.resolve(code + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, said);
    }
    assertThat(golden).content().isEqualTo(said);
  }
}
