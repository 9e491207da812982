package dev.slipway.cli.output;

import dev.slipway.dialect.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What doctor found, as a person and as a program read it. */
public final class DoctorReport {

  private final String environment;
  private final List<Diagnosis> found;
  private final UnaryOperator<String> redaction;

  /**
   * @param environment the environment that was looked at
   * @param found what was found, in the order in which it was looked at
   * @param redaction takes secrets out of what others said
   */
  public DoctorReport(String environment, List<Diagnosis> found, UnaryOperator<String> redaction) {
    this.environment = environment;
    this.found = List.copyOf(found);
    this.redaction = redaction;
  }

  /** Whether something does not work. */
  public boolean hasFailures() {
    return found.stream().anyMatch(each -> each.state() == Diagnosis.State.FAILED);
  }

  /** A line for each thing, with what to do under it. */
  public String text(Style style) {
    int width = found.stream().mapToInt(each -> each.subject().length()).max().orElse(0);
    var text = new StringBuilder();
    for (Diagnosis each : found) {
      String state = word(each) + " ".repeat(7 - word(each).length());
      String indent = " ".repeat(width + 13);
      text.append("  ")
          .append(
              switch (each.state()) {
                case OK -> style.good(state);
                case WARNING -> style.warning(state);
                case FAILED -> style.bad(state);
              })
          .append("  ")
          .append(each.subject())
          .append(" ".repeat(width - each.subject().length() + 2))
          .append(redaction.apply(each.what()).replace("\n", "\n" + indent))
          .append('\n');
      if (each.next() != null) {
        text.append(indent)
            .append(style.strong("next:"))
            .append(' ')
            .append(redaction.apply(each.next()).replace("\n", "\n" + indent))
            .append('\n');
      }
    }
    return text.toString();
  }

  /** The answer for a program. */
  public Json json() {
    return json("doctor");
  }

  /** The answer for a program, of another command that looks at what has to be right. */
  public Json json(String command) {
    return Json.answer(command, hasFailures() ? "findings" : "done")
        .with("environment", environment)
        .with(
            "checks",
            found.stream()
                .map(each ->
                    Json.object()
                        .with("name", each.subject())
                        .with("state", word(each))
                        .with("what", redaction.apply(each.what()))
                        .with("next", each.next() == null ? null : redaction.apply(each.next()))
                        .members())
                .toList());
  }

  private static String word(Diagnosis each) {
    return each.state().name().toLowerCase(Locale.ROOT);
  }
}
