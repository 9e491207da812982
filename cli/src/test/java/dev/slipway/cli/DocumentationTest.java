package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages that are generated; {@code -Dgolden.update=true} writes them. */
final class DocumentationTest {

  private static final Path DOCS =
      Path.of(System.getProperty("slipway.project.root")).resolve("docs");

  @Test
  void should_document_every_exit_code() throws IOException {
    String rows =
        Arrays.stream(ExitCode.values())
            .map(code -> "| %d | %s | %s |\n".formatted(code.number(), code, code.meaning()))
            .collect(Collectors.joining());

    check(
        DOCS.resolve("exit-codes.md"),
        """
        # Exit codes

        What `slipway` ends with. A number never changes its meaning. With `--output json` the answer
        of a failure has the same number in `exit`.

        | code | name | meaning |
        | --- | --- | --- |
        """
            + rows
            + """

            A process that is stopped by a signal ends with 128 and the signal's number: 130 after Ctrl-C.

            This page is generated from `ExitCode`; `mvn test -pl cli -am -Dgolden.update=true` writes it.
            """);
  }

  private static void check(Path page, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(page.resolveSibling(""));
      Files.writeString(page, text);
    }
    assertThat(text).isEqualTo(Files.readString(page));
  }
}
