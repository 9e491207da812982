package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.command.CommandLines;
import dev.slipway.cli.command.Interruption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.output.ExitCode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {

  @TempDir Path folder;

  @Test
  void should_tell_the_story_to_its_end() {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var surroundings =
        new Surroundings(
            folder,
            Map.of(),
            new BufferedReader(Reader.nullReader()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false,
            Clock.systemUTC(),
            new Interruption());

    ExitCode exit = new CommandLines(surroundings, List.of("demo")).run();

    String told = out.toString(StandardCharsets.UTF_8);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(exit).isEqualTo(ExitCode.DONE);
    assertThat(told)
        .contains(
            "3 migrations applied to dev.",
            "=> 5  Ann (phone)  Good.                            SENT",
            "3 migrations taken back in dev.",
            "error[rows-violate]",
            "email = ann@example.org, times = 2")
        .endsWith("=> 3 people, 1 chat, 5 messages\n");
    assertThat(folder).isEmptyDirectory();
  }
}
