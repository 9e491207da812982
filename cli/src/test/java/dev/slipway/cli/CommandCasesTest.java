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
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each command prints and ends with. A case is a folder {@code AREA/CASE}: {@code command} has
 * the arguments, a line each ({@code NAME=VALUE} lines before {@code slipway} are variables),
 * {@code project} is what is in the working folder, {@code input} what is typed. {@code
 * expected.out}, {@code expected.err} and {@code exit} are golden: {@code -Dgolden.update=true}
 * writes them, {@code -Dcases=init/*} runs some.
 */
final class CommandCasesTest {

  private static final Path CASES =
      Path.of(System.getProperty("slipway.project.root"), "cli/src/test/cases");

  @TempDir Path temporary;

  static Stream<Path> cases() throws IOException {
    String pattern =
        System.getProperty("cases", "*").equals("*") ? "**" : System.getProperty("cases");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> files = Files.walk(CASES, 3)) {
      return files
          .filter(file -> file.endsWith("command"))
          .map(file -> CASES.relativize(file.resolveSibling("")).normalize())
          .filter(matcher::matches)
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_print_what_is_expected(Path name) throws IOException {
    Path folder = CASES.resolve(name);
    Path project = Files.createDirectory(temporary.toRealPath().resolve("project"));
    copy(folder.resolve("project"), project);
    var arguments = new ArrayList<String>();
    Map<String, String> variables = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("command"))) {
      int sign = line.indexOf('=');
      if (arguments.isEmpty() && sign > 0) {
        variables.put(line.substring(0, sign), line.substring(sign + 1));
      } else {
        arguments.add(line.replace("@PROJECT@", project.toString()));
      }
    }
    assertThat(arguments.remove(0)).isEqualTo("slipway");

    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Path input = folder.resolve("input");
    String typed = Files.exists(input) ? Files.readString(input) : "";
    var surroundings =
        new Surroundings(
            project,
            variables,
            new BufferedReader(new StringReader(typed)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            !typed.isEmpty(),
            Clock.fixed(Instant.parse("2026-11-21T10:15:00Z"), ZoneOffset.UTC),
            new Interruption());
    ExitCode exit = new CommandLines(surroundings, arguments).run();

    check(folder.resolve("expected.out"), stable(out, project));
    check(folder.resolve("expected.err"), stable(err, project));
    check(folder.resolve("exit"), exit.number() + "\n");
    checkFiles(folder.resolve("after"), project);
  }

  /** What differs from run to run, or from release to release, has a name in golden files. */
  private static String stable(ByteArrayOutputStream printed, Path project) {
    return printed
        .toString(StandardCharsets.UTF_8)
        .replace(project.toString(), "@PROJECT@")
        .replaceAll("slipway \\d\\S* \\(Java \\d+\\)", "slipway @VERSION@");
  }

  /** Where a case has a folder {@code after}, the files in it are compared too. */
  private static void checkFiles(Path expected, Path project) throws IOException {
    if (!Files.exists(expected)) {
      return;
    }
    for (Path file : filesOf(expected)) {
      check(file, Files.readString(project.resolve(expected.relativize(file).toString())));
    }
  }

  private static void check(Path golden, String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, actual);
    }
    assertThat(golden).as(golden.toString()).exists();
    assertThat(actual).as(golden.toString()).isEqualTo(Files.readString(golden));
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : Files.exists(from) ? filesOf(from) : List.<Path>of()) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.resolveSibling(""));
      Files.copy(file, target);
    }
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
