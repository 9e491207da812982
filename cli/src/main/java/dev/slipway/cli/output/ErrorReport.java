package dev.slipway.cli.output;

import dev.slipway.config.ConfigurationException;
import dev.slipway.error.SlipwayException;
import dev.slipway.question.OpenQuestionsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints a failure: the one place that does.
 *
 * <p>As text, it is {@code error[code]: what was wrong} with the next step and the page of the code
 * under it, on standard error. As JSON it is {@code
 * {"status":"error","code","what","next","page","exit"}} on standard output, with {@code problems}
 * where a configuration has several.
 */
public final class ErrorReport {

  private final Console console;
  private final boolean asJson;

  /**
   * @param console where it is printed
   * @param asJson whether a program reads it
   */
  public ErrorReport(Console console, boolean asJson) {
    this.console = console;
    this.asJson = asJson;
  }

  /** Prints a failure that has a name, and says what the process ends with. */
  public ExitCode print(SlipwayException failure) {
    ExitCode exit = ExitCode.of(failure.code().category());
    String what = console.redacted(failure.what());
    String next = console.redacted(failure.next());
    if (asJson) {
      Json json =
          Json.object()
              .with("status", "error")
              .with("code", failure.code().slug())
              .with("what", what)
              .with("next", next)
              .with("page", ErrorPage.path(failure.code()))
              .with("exit", exit.number());
      if (failure instanceof ConfigurationException configuration) {
        json.with("problems", problems(configuration));
      }
      if (failure instanceof OpenQuestionsException open) {
        json.with("questions", QuestionText.json(open.questions()));
      }
      console.data(json.text());
    } else {
      Style style = console.noteStyle();
      console.error(
          style.bad("error[" + failure.code().slug() + "]:")
              + " "
              + (style.isColored() ? excerptsColored(style, what) : what));
      console.error("  " + style.strong("next:") + " " + next.replace("\n", "\n        "));
      console.error("  " + style.faint("more: " + ErrorPage.reference(failure.code())));
    }
    return exit;
  }

  /**
   * Prints a failure that nobody thought of.
   *
   * @param failure the failure
   * @param folder where its stack trace is written
   * @param withStackTrace whether the stack trace is printed as well
   */
  public ExitCode printUnexpected(Throwable failure, Path folder, boolean withStackTrace) {
    var trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    String text = console.redacted(trace.toString());
    if (withStackTrace) {
      console.error(text.stripTrailing());
    }
    String message = failure.getMessage();
    return print(
        new SlipwayException(
            CliError.INTERNAL_ERROR,
            failure.getClass().getSimpleName() + (message == null ? "" : ": " + message),
            "This is a fault of Slipway. Report it with the stack trace"
                + written(folder, text, withStackTrace)
                + ".",
            failure));
  }

  private static String written(Path folder, String trace, boolean printed) {
    try {
      Files.createDirectories(folder);
      Path file = Files.createTempFile(folder, "internal-error-", ".txt");
      Files.writeString(file, trace);
      return " in " + file;
    } catch (IOException e) {
      return printed ? " above" : " that --stacktrace prints";
    }
  }

  /** Lines of a script, shown as {@code 3 | select 1}, as SQL; the caret under them stands out. */
  private static String excerptsColored(Style style, String what) {
    return what.lines()
        .map(line -> {
          int bar = line.indexOf(" | ");
          String before = bar < 0 ? "" : line.substring(0, bar).strip();
          if (bar < 0 || !before.chars().allMatch(Character::isDigit)) {
            return line;
          }
          String after = line.substring(bar + 3);
          return style.faint(line.substring(0, bar + 3))
              + (before.isEmpty() ? style.bad(after) : style.sql(after));
        })
        .collect(Collectors.joining("\n"));
  }

  private List<Object> problems(ConfigurationException failure) {
    return failure.problems().stream()
        .<Object>map(problem ->
            Json.object()
                .with("file", problem.file())
                .with("line", problem.line())
                .with("column", problem.column())
                .with("code", problem.code().slug())
                .with("message", console.redacted(problem.message()))
                .members())
        .toList();
  }
}
