package dev.slipway.cli.output;

import java.io.PrintStream;
import java.util.List;

/**
 * The only way to standard output and standard error.
 *
 * <p>Data goes to standard output: what the command was asked for, in the form that was asked for.
 * Everything else goes to standard error. Messages pass the redaction; data does not, since a
 * changed word in SQL or JSON would be a lie, and no data is made of an address. Thread-safe.
 */
public final class Console {

  /** What a terminal has at least; a longer line could not be drawn over. */
  private static final int WIDTH = 79;

  private final PrintStream out;
  private final PrintStream err;
  private final Style outStyle;
  private final Style errStyle;
  private final boolean quiet;
  private final Redaction redaction = new Redaction();
  private boolean drawn;
  private boolean asking;

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
  public synchronized void data(String text) {
    if (!text.isEmpty()) {
      erase();
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
  public synchronized void error(String text) {
    erase();
    err.print(redaction.apply(text) + "\n");
    err.flush();
  }

  /** Prints a question without ending its line. */
  public synchronized void ask(String question) {
    erase();
    asking = true;
    err.print(redaction.apply(question) + " ");
    err.flush();
  }

  /** The question is answered: lines may be drawn again. */
  public synchronized void answered() {
    asking = false;
  }

  /** Draws a line on the terminal of standard error, over the one that was drawn before. */
  synchronized void draw(String line) {
    if (!asking && !quiet) {
      err.print("\r" + errStyle.faint(Columns.cut(redaction.apply(line), WIDTH)) + "\u001b[K");
      err.flush();
      drawn = true;
    }
  }

  /** Takes the drawn line away. */
  synchronized void erase() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
      drawn = false;
    }
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
