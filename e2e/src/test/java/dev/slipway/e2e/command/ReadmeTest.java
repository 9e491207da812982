package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows can be typed. */
final class ReadmeTest {

  private static final Path README =
      Path.of(System.getProperty("slipway.project.root"), "README.md");
  private static final Pattern COMMAND = Pattern.compile("`(?:\\./)?slipway ([a-z][^`]*)`");
  private static final Pattern YAML = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  @TempDir Path folder;
  private UserProject project;
  private String readme;

  @BeforeEach
  void read() throws IOException {
    project = new UserProject(folder);
    readme = Files.readString(README);
  }

  @Test
  void should_show_commands_and_options_that_are_there() {
    List<String> shown = all(COMMAND);
    assertThat(shown).hasSizeGreaterThan(5);
    String ofAll = project.run("help").ends(0).out();
    for (String command : shown) {
      String help = project.run("help", command.split(" ")[0]).ends(0).out() + ofAll;
      assertThat(OPTION.matcher(command).results())
          .as(command)
          .allSatisfy(option -> assertThat(help).contains(option.group()));
    }
  }

  @Test
  void should_show_a_configuration_that_is_accepted() throws IOException {
    project.variable("PROD_DATABASE_URL", "postgresql://127.0.0.1:1/production");
    List<String> configurations = all(YAML);
    assertThat(configurations).isNotEmpty();
    for (String configuration : configurations) {
      project.file("slipway.yml", configuration);

      Ran status = project.run("status", "production");

      assertThat(status.err()).startsWith("error[server-unreachable]: ");
    }
  }

  private List<String> all(Pattern pattern) {
    var found = new ArrayList<String>();
    pattern.matcher(readme).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
