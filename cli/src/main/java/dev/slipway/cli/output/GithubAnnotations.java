package dev.slipway.cli.output;

import dev.slipway.workspace.Finding;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Findings as commands of a GitHub workflow, which shows them beside the file (GitHub: Workflow
 * commands, Setting an error message).
 */
public final class GithubAnnotations {

  private GithubAnnotations() {}

  /**
   * One finding as a line.
   *
   * @param paths a file as the repository names it
   */
  public static String line(Finding finding, Function<Path, String> paths) {
    var command = new StringBuilder("::error ");
    Path file = finding.file();
    if (file != null) {
      command.append("file=").append(property(paths.apply(file))).append(',');
      if (finding.line() != null) {
        command.append("line=").append(finding.line()).append(',');
      }
    }
    return command
        .append("title=")
        .append(property(finding.code()))
        .append("::")
        .append(message(finding.what() + "\n" + finding.next()))
        .toString();
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
