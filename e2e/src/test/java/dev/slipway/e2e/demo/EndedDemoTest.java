package dev.slipway.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A demo that is ended in the middle, as by Ctrl-C, tidies up before it goes. */
class EndedDemoTest {

  @Test
  void should_leave_nothing_behind() throws IOException, InterruptedException {
    Process demo =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-XX:+UseSerialGC",
                    "-Dslipway.postgres.binaries="
                        + System.getProperty("slipway.postgres.binaries"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.slipway.cli.Main",
                    "demo"))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader story =
        new BufferedReader(new InputStreamReader(demo.getInputStream(), StandardCharsets.UTF_8))) {
      Path folder = Path.of(lineWith(story, "slipway-demo-").strip());
      assertThat(folder).isDirectory();
      lineWith(story, "$ slipway generate");

      // Process.destroy() would close the story that is still being told.
      demo.toHandle().destroy();
      story.lines().forEach(line -> {});

      assertThat(demo.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(folder).doesNotExist();
    } finally {
      demo.destroyForcibly();
    }
  }

  private static String lineWith(BufferedReader story, String part) throws IOException {
    var before = new StringBuilder();
    for (@Nullable String line = story.readLine(); line != null; line = story.readLine()) {
      if (line.contains(part)) {
        return line;
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("the story has no line with " + part + ":\n" + before);
  }
}
