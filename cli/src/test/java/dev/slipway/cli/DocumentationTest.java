package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.CommandLines;
import dev.slipway.cli.command.Interruption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.output.ExitCode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  @Test
  void should_document_every_command() throws IOException {
    var page = new StringBuilder();
    page.append(
        """
        # Commands

        What `slipway help COMMAND` prints. The answers of `--output json` are in [json.md](json.md), what the
        process ends with in [exit-codes.md](exit-codes.md).
        """);
    page.append("\n```text\n").append(help()).append("```\n");
    for (String command : commands()) {
      page.append("\n## ").append(command).append("\n\n```text\n");
      page.append(help(command.split(" "))).append("```\n");
    }
    check(DOCS.resolve("commands.md"), page.toString());
  }

  @Test
  void should_have_a_manual_page_of_every_command() throws IOException {
    check(DOCS.resolve("man/slipway.1"), ManualPage.of("slipway", help()));
    for (String command : commands()) {
      String page = "slipway-" + command.replace(' ', '-');
      check(DOCS.resolve("man/" + page + ".1"), ManualPage.of(page, help(command.split(" "))));
    }
  }

  @Test
  void should_document_the_answer_of_every_command() throws IOException {
    String page = Files.readString(DOCS.resolve("json.md"));

    assertThat(commands())
        .filteredOn(command -> !List.of("help", "completion").contains(command))
        .allSatisfy(command -> assertThat(page).contains("| `" + answering(command) + "` |"));
  }

  @Test
  void should_have_a_schema_for_the_answer_of_every_command() {
    assertThat(commands())
        .filteredOn(command -> !List.of("help", "completion").contains(command))
        .allSatisfy(command ->
            assertThat(AnswerSchemas.FOLDER.resolve(answering(command) + ".schema.json")).exists());
  }

  /** What an answer calls its command: the last of its words. */
  private static String answering(String command) {
    return command.replaceFirst(".* ", "");
  }

  /**
   * The names of all commands, in the order of the help, each before those that stand behind it.
   */
  private static List<String> commands() {
    return listed(help())
        .flatMap(command ->
            Stream.concat(
                Stream.of(command), listed(help(command)).map(inner -> command + " " + inner)))
        .toList();
  }

  private static Stream<String> listed(String help) {
    return help.lines()
        .dropWhile(line -> !line.equals("Commands:"))
        .skip(1)
        .takeWhile(line -> !line.isBlank())
        .map(line -> line.strip().split(" ")[0]);
  }

  private static String help(String... command) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    var surroundings =
        new Surroundings(
            DOCS,
            Map.of(),
            new BufferedReader(Reader.nullReader()),
            stream,
            stream,
            false,
            false,
            Clock.systemUTC(),
            new Interruption());
    List<String> arguments = new ArrayList<>(List.of("help"));
    arguments.addAll(List.of(command));
    assertThat(new CommandLines(surroundings, arguments).run()).isEqualTo(ExitCode.DONE);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void check(Path page, String text) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(page.resolveSibling(""));
      Files.writeString(page, text);
    }
    assertThat(text).isEqualTo(Files.readString(page));
  }
}
