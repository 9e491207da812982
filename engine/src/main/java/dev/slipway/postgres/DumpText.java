package dev.slipway.postgres;

import dev.slipway.dialect.Dump;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes out of the plain text of pg_dump what psql alone understands: its commands, which begin
 * with a backslash, and rows behind {@code COPY … FROM stdin}; and what is said of the database
 * itself.
 */
final class DumpText {

  /** The comment that stands at the beginning of every dump. */
  private static final String MARK = "-- PostgreSQL database dump";

  private static final String END_OF_ROWS = "\\.";
  private static final int LONGEST = 60;

  private final StringBuilder text;
  private final List<Dump.LeftOut> leftOut = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private PostgresLexer lexer;
  private int offset;
  private int statement = -1;

  private DumpText(String text) {
    this.text = new StringBuilder(text);
    this.lexer = new PostgresLexer(text);
  }

  /** The text as it can be run; any other text than a dump stays as it is. */
  static Dump of(String text) {
    return text.contains(MARK) ? new DumpText(text).read() : new Dump(text, List.of());
  }

  private Dump read() {
    for (var kind = lexer.next(); kind != PostgresLexer.Kind.END; kind = lexer.next()) {
      int start = offset + lexer.start();
      switch (kind) {
        case LINE_COMMENT, BLOCK_COMMENT -> {}
        case WORD, QUOTED, NUMBER, OPERATOR -> word(start);
        case PUNCTUATION -> {
          switch (text.charAt(start)) {
            case '\\' -> blankFrom(start, endOfLine(start));
            case ';' -> endStatement(start + 1);
            default -> word(start);
          }
        }
        case END -> throw new IllegalStateException("the loop ends before");
      }
    }
    return new Dump(text.toString(), leftOut);
  }

  private void word(int start) {
    if (statement < 0) {
      statement = start;
    }
    words.add(lexer.token().toLowerCase(Locale.ROOT));
  }

  private void endStatement(int end) {
    int size = words.size();
    boolean isCopy =
        size > 2
            && words.get(0).equals("copy")
            && words.get(size - 1).equals("stdin")
            && words.get(size - 2).equals("from");
    boolean isOfDatabase =
        size > 1
            && words.get(1).equals("database")
            && List.of("create", "alter", "drop").contains(words.get(0));
    if (isCopy) {
      int rows = text.indexOf("\n" + END_OF_ROWS, end);
      leaveOut(rows < 0 ? text.length() : endOfLine(rows + 1));
    } else if (isOfDatabase) {
      leaveOut(end);
    }
    words.clear();
    statement = -1;
  }

  /** Rows are no tokens, so the lexer begins anew behind them. */
  private void leaveOut(int end) {
    int line = 1 + (int) text.chars().limit(statement).filter(c -> c == '\n').count();
    String said = text.substring(statement, Math.min(end, endOfLine(statement))).strip();
    leftOut.add(
        new Dump.LeftOut(line, said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said));
    blankFrom(statement, end);
  }

  private void blankFrom(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
    offset = end;
    lexer = new PostgresLexer(text.substring(end));
  }

  private int endOfLine(int from) {
    int end = text.indexOf("\n", from);
    return end < 0 ? text.length() : end;
  }
}
