package dev.slipway.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.cli.output.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * The help of each command fits a screen, and its examples are command lines that are understood.
 */
final class ExamplesTest {

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static Stream<CommandLine> commands() {
    return below(root());
  }

  /** A command, and what stands behind it. */
  private static Stream<CommandLine> below(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(ExamplesTest::below));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void should_fit_a_screen(CommandLine command) {
    String help = new UsageText(Style.PLAIN).of(command);

    // the list of all commands is as long as there are commands
    int most = command.getParent() == null && !command.getSubcommands().isEmpty() ? 60 : 40;
    assertThat(help.lines().count()).as(help).isLessThanOrEqualTo(most);
    assertThat(help.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void should_give_examples_that_are_understood(CommandLine command) {
    String[] examples = command.getCommandSpec().usageMessage().footer();

    assertThat(examples).isNotEmpty();
    for (String example : examples) {
      List<String> words = words(example);
      assertThat(words.removeFirst()).as(example).isEqualTo("slipway");
      List<CommandLine> parsed = root().parseArgs(words.toArray(String[]::new)).asCommandLineList();
      int depth = command.getCommandSpec().qualifiedName().split(" ").length;
      assertThat(parsed).as(example).hasSize(Math.max(2, depth));
    }
  }

  private static CommandLine root() {
    var root = new CommandLine(new SlipwayCommand());
    Commands.all().forEach(root::addSubcommand);
    return root;
  }

  /** The words of a line, up to where it goes into a file or is explained. */
  private static List<String> words(String line) {
    var words = new ArrayList<String>();
    Matcher matcher = WORD.matcher(line.replaceFirst("(>|   ).*", ""));
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words;
  }
}
