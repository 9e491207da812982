package dev.slipway.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ErrorReportTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Console console =
      new Console(
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          Style.PLAIN,
          Style.PLAIN,
          false);

  @Test
  void should_write_the_stack_trace_of_the_unexpected_to_a_file() throws IOException {
    ExitCode exit =
        new ErrorReport(console, false)
            .printUnexpected(new IllegalStateException("no way"), folder.resolve("new"), false);

    assertThat(exit).isEqualTo(ExitCode.FAILED);
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      Path file = files.findFirst().orElseThrow();
      assertThat(err.toString(StandardCharsets.UTF_8))
          .isEqualTo(
              """
              error[internal-error]: IllegalStateException: no way
                next: This is a fault of Slipway. Report it with the stack trace in %s.
                more: slipway help internal-error (docs/errors/internal-error.md)
              """
                  .formatted(file));
      assertThat(file).content().contains("no way", "ErrorReportTest");
    }
  }

  @Test
  void should_print_no_secret_whoever_put_it_there() throws IOException {
    console.keepSecret(List.of("hunter", "hunter2"));
    var failure = new IllegalStateException("postgresql://me:hunter2@host/db");

    new ErrorReport(console, false).printUnexpected(failure, folder, true);
    new ErrorReport(console, true).printUnexpected(failure, folder, true);

    assertThat(out.toString(StandardCharsets.UTF_8) + err)
        .contains("postgresql://me:***@host/db")
        .doesNotContain("hunter", "***2");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(file).content().contains("***"));
    }
  }

  @Test
  void should_print_json_to_standard_output_alone() {
    new ErrorReport(console, true)
        .printUnexpected(new IllegalStateException(), folder.resolve("new"), false);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"status\": \"error\"", "\"code\": \"internal-error\"", "\"exit\": 2");
    assertThat(err.size()).isZero();
  }
}
