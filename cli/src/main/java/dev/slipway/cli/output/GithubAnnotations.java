package dev.slipway.cli.output;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * Findings as commands of a GitHub workflow, which shows them beside the file (GitHub: Workflow
 * commands).
 */
public final class GithubAnnotations {

  private GithubAnnotations() {}

  /**
   * One finding as a line.
   *
   * @param paths a file as the repository names it
   */
  public static String line(Remark finding, Function<Path, String> paths) {
    var command = new StringBuilder("::" + word(finding.level()) + " ");
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

  private static String word(Remark.Level level) {
    return switch (level) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String message(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
