package dev.slipway.cli.output;

import java.io.PrintStream;
import java.util.List;

/**
 * The only way to standard output and standard error.
 *
 * <p>Data goes to standard output: what the command was asked for, in the form that was asked for.
 * Everything else goes to standard error. Messages pass the redaction; data does not, since a
 * changed word in SQL or JSON would be a lie, and no data is made of an address.
 */
public final class Console {

  private final PrintStream out;
  private final PrintStream err;
  private final Style outStyle;
  private final Style errStyle;
  private final boolean quiet;
  private final Redaction redaction = new Redaction();

  /**
   * @param out standard output
   * @param err standard error
   * @param outStyle the colors of standard output
   * @param errStyle the colors of standard error
   * @param quiet whether progress and notes are left out
   */
  public Console(PrintStream out, PrintStream err, Style outStyle, Style errStyle, boolean quiet) {
    this.out = out;
    this.err = err;
    this.outStyle = outStyle;
    this.errStyle = errStyle;
    this.quiet = quiet;
  }

  /** The colors of {@link #data}. */
  public Style dataStyle() {
    return outStyle;
  }

  /** The colors of {@link #note} and {@link #error}. */
  public Style noteStyle() {
    return errStyle;
  }

  /** Prints what was asked for, and a line feed after it where it has none. */
  public void data(String text) {
    if (!text.isEmpty()) {
      out.print(text.endsWith("\n") ? text : text + "\n");
      out.flush();
    }
  }

  /** Prints a line of progress, unless quiet. */
  public void note(String text) {
    if (!quiet) {
      error(text);
    }
  }

  /** Prints a line that is always shown. */
  public void error(String text) {
    err.print(redaction.apply(text) + "\n");
    err.flush();
  }

  /** Prints a question without ending its line. */
  public void ask(String question) {
    err.print(redaction.apply(question) + " ");
    err.flush();
  }

  /** Never prints these texts in a message from now on. */
  public void keepSecret(List<String> secrets) {
    redaction.learn(secrets);
  }

  /** A message without the secrets that are known. */
  public String redacted(String text) {
    return redaction.apply(text);
  }
}
