package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts of completions in the shells themselves; CI installs those that are not there. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the shells are those of POSIX systems")
final class CompletionTest {

  /** Each word completes what is behind the bar. */
  private static final List<List<String>> LINES =
      List.of(
          List.of("mig", "migrate"),
          List.of("migrate st", "staging"),
          List.of("migrate --dry", "--dry-run"),
          List.of("--output js", "json"),
          List.of("--config slipway.yml roll", "rollback"),
          List.of("diff dev sq", "sql:"),
          List.of("help dem", "demo"),
          List.of("completion fi", "fish"),
          List.of("status --config slip", "slipway.yml"));

  @TempDir Path folder;

  @BeforeEach
  void write_project() throws IOException {
    Files.writeString(
        folder.resolve("slipway.yml"),
        """
        schema: sql:db/schema
        environments:
          # a comment
          dev: { url: embedded }
          staging:
            url: "${STAGING}"
        """);
  }

  @Test
  void should_complete_in_bash() throws Exception {
    var script = new StringBuilder("source ./script\n");
    for (List<String> line : LINES) {
      script
          .append("COMP_WORDS=(slipway ")
          .append(line.get(0))
          .append("); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _slipway; echo \"${COMPREPLY[*]}\"\n");
    }
    check("bash", script.toString());
  }

  @Test
  void should_complete_in_zsh() throws Exception {
    var script =
        new StringBuilder(
            """
            compdef() { :; }
            _files() { print -r -- slipway.yml; }
            compadd() { shift; print -rl -- "$@" | grep -- "^${words[CURRENT]}"; }
            source ./script
            """);
    for (List<String> line : LINES) {
      script
          .append("words=(slipway ")
          .append(line.get(0))
          .append("); CURRENT=${#words}; _slipway\n");
    }
    check("zsh", script.toString());
  }

  @Test
  void should_complete_in_fish() throws Exception {
    var script = new StringBuilder("source ./script\n");
    for (List<String> line : LINES) {
      script
          .append("complete -C 'slipway ")
          .append(line.get(0))
          .append("' | string replace -r '\\t.*' ''\n");
    }
    check("fish", script.toString());
  }

  private void check(String shell, String asked) throws Exception {
    Path program = Path.of("/usr/bin", shell);
    assumeTrue(
        Files.exists(program) || Files.exists(Path.of("/bin", shell)), shell + " is installed");
    Files.writeString(folder.resolve("script"), printed(shell));
    Process process =
        new ProcessBuilder(shell, "-c", asked)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();

    assertThat(said.lines().map(String::strip))
        .containsExactlyElementsOf(LINES.stream().map(line -> line.get(1)).toList());
  }

  private static String printed(String shell) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    var surroundings =
        new Surroundings(
            Path.of("").toAbsolutePath(),
            Map.of(),
            new BufferedReader(Reader.nullReader()),
            stream,
            stream,
            false,
            false,
            Clock.systemUTC(),
            new Interruption());
    assertThat(new CommandLines(surroundings, List.of("completion", shell)).run())
        .isEqualTo(ExitCode.DONE);
    return out.toString(StandardCharsets.UTF_8);
  }
}
