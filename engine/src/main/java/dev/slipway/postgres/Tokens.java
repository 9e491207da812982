package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of a text that the server printed, with their places in it.
 *
 * @param text the text
 * @param list its tokens in their order
 */
record Tokens(String text, List<Token> list) {

  /**
   * One token.
   *
   * @param kind what it is
   * @param text as it is written
   * @param start the place of its first character
   * @param end the place after its last
   */
  record Token(PostgresLexer.Kind kind, String text, int start, int end) {

    boolean is(String word) {
      return text.equalsIgnoreCase(word);
    }

    /** The token as a name without quotes. */
    String name() {
      return text.startsWith("\"")
          ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
          : text;
    }

    boolean isName() {
      return kind == PostgresLexer.Kind.WORD || text.startsWith("\"");
    }
  }

  static Tokens of(String text) {
    var lexer = new PostgresLexer(text);
    List<Token> list = new ArrayList<>();
    for (var kind = lexer.next(); kind != PostgresLexer.Kind.END; kind = lexer.next()) {
      list.add(new Token(kind, lexer.token(), lexer.start(), lexer.end()));
    }
    return new Tokens(text, list);
  }

  int size() {
    return list.size();
  }

  boolean is(int place, String word) {
    return place >= 0 && place < list.size() && list.get(place).is(word);
  }

  /** Whether these tokens follow each other from a place on. */
  boolean are(int place, String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!is(place + i, words[i])) {
        return false;
      }
    }
    return true;
  }

  /** The place of the parenthesis that closes the one at a place; -1 when there is none. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i >= 0 && i < list.size(); i++) {
      depth += is(i, "(") ? 1 : is(i, ")") ? -1 : 0;
      if (depth == 0) {
        return is(i, ")") ? i : -1;
      }
    }
    return -1;
  }

  /** The text from one token on to before another. */
  String between(int from, int to) {
    return from >= to ? "" : text.substring(list.get(from).start(), list.get(to - 1).end());
  }

  /** The borders of the parts of a range that commas separate, as pairs of places. */
  List<int[]> separated(int from, int to) {
    List<int[]> parts = new ArrayList<>();
    int depth = 0;
    int start = from;
    for (int i = from; i < to; i++) {
      depth += is(i, "(") || is(i, "[") ? 1 : is(i, ")") || is(i, "]") ? -1 : 0;
      if (depth == 0 && is(i, ",")) {
        parts.add(new int[] {start, i});
        start = i + 1;
      }
    }
    parts.add(new int[] {start, to});
    return parts;
  }

  /** A text without the parentheses that enclose all of it. */
  static String bare(String expression) {
    Tokens tokens = of(expression);
    int first = 0;
    int last = tokens.size() - 1;
    while (first < last && tokens.is(first, "(") && tokens.closing(first) == last) {
      first++;
      last--;
    }
    return first > last ? expression.strip() : tokens.between(first, last + 1);
  }
}
