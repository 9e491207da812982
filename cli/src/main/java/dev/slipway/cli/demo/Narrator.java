package dev.slipway.cli.demo;

import dev.slipway.cli.output.Style;
import java.io.PrintStream;
import java.util.List;

/** How the story looks: headings, prose, edits, and commands with what they print. */
final class Narrator {

  private static final String INDENT = "   ";
  private static final int CONTEXT = 1;

  private final PrintStream out;
  private final Style style;
  private int chapter;

  Narrator(PrintStream out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** The name of what is told. */
  void title(String text) {
    out.println(style.strong(text));
  }

  /** Begins a numbered part. */
  void chapter(String heading) {
    chapter++;
    out.println();
    out.println(style.strong(chapter + "  " + heading));
  }

  /** What one has to know, as lines that fit a terminal. */
  void say(String text) {
    out.println();
    text.lines().forEach(line -> out.println(INDENT + line));
  }

  /** Source text as it is. */
  void source(String text) {
    out.println();
    text.lines().forEach(line -> out.println((INDENT + "  " + style.code(line)).stripTrailing()));
  }

  /** A table whose lines have their indent. */
  void table(String text) {
    out.println();
    out.print(text.indent(INDENT.length() + 2));
  }

  /** What a user changed in the sources; a new file in one line. */
  void edits(List<Edit> edits) {
    out.println();
    for (Edit edit : edits) {
      if (edit.isNew()) {
        long lines = edit.after().lines().count();
        out.println(
            INDENT
                + style.good("+ " + edit.shownPath())
                + style.faint("  new, " + lines + " lines"));
      } else {
        edit(edit);
      }
    }
  }

  private void edit(Edit edit) {
    out.println(INDENT + style.strong(edit.shownPath()));
    List<List<LineDiff.Line>> hunks =
        LineDiff.hunks(LineDiff.of(edit.before(), edit.after()), CONTEXT);
    boolean isFirst = true;
    for (List<LineDiff.Line> hunk : hunks) {
      if (!isFirst) {
        out.println(INDENT + style.faint("  …"));
      }
      isFirst = false;
      hunk.forEach(this::line);
    }
  }

  private void line(LineDiff.Line line) {
    String text =
        switch (line.mark()) {
          case SAME -> style.faint("  " + line.text());
          case REMOVED -> style.bad("- " + line.text());
          case ADDED -> style.good("+ " + line.text());
        };
    out.println((INDENT + text).stripTrailing());
  }

  /** A command line; what it prints goes to the returned stream. */
  PrintStream command(String line) {
    out.println();
    out.println(INDENT + style.code("$ " + line));
    return IndentedStream.of(out, INDENT + "  ");
  }

  /** What a command ended with, where that matters. */
  void exit(int number) {
    out.println(INDENT + style.faint("exit code " + number));
  }
}
