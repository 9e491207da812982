package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of {@code docs/journeys.md} is done by what it names. */
final class JourneysTest {

  private static final Path ROOT = Path.of(System.getProperty("slipway.project.root"));
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final List<String> WANTED =
      List.of(
          "A7", "A8", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B9", "B10", "B11", "D1",
          "D2", "D3", "D4", "D5", "D6", "D7", "E3", "E5", "E6", "E7");

  /** A row of the page. */
  record Row(String name, List<String> commands, List<String> shownBy) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() throws IOException {
    return Files.readAllLines(ROOT.resolve("docs/journeys.md")).stream()
        .filter(line -> line.matches("\\| [A-E]\\d+ .*"))
        .map(line -> List.of(line.split(" \\| ")))
        .map(cells ->
            new Row(cells.get(0).replace("| ", ""), codes(cells.get(2)), codes(cells.get(3))))
        .toList();
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  @Test
  void should_have_every_row() throws IOException {
    assertThat(rows().stream().map(Row::name)).containsExactlyElementsOf(WANTED);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void should_do_what_is_written(Row row) throws IOException {
    List<String> sources = new ArrayList<>();
    for (String name : row.shownBy()) {
      sources.add(name.contains("/") ? caseOf(name) : test(name));
    }
    for (String command : row.commands()) {
      assertThat(sources).as(command).anyMatch(source -> isDone(command, source));
    }
  }

  /** In a script as it is typed, in Java as arguments, in a test of a package by its class. */
  private static boolean isDone(String command, String source) {
    String arguments = command.replaceFirst("slipway ", "");
    String first = arguments.replaceFirst(" .*", "");
    Matcher typed = Pattern.compile("(?m)^slipway " + arguments + "\\b").matcher(source);
    return typed.find()
        || source.contains('"' + arguments.replace(" ", "\", \"") + '"')
        || source.contains("package dev.slipway." + first + ";");
  }

  private static String caseOf(String name) throws IOException {
    return Files.readString(ROOT.resolve("cli/src/test/cases").resolve(name).resolve("script"));
  }

  private static String test(String name) throws IOException {
    for (String module : List.of("e2e", "delivery")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
        Path file = files.filter(each -> each.endsWith(name + ".java")).findFirst().orElse(null);
        if (file != null) {
          return Files.readString(file);
        }
      }
    }
    throw new AssertionError("there is no test " + name);
  }
}
