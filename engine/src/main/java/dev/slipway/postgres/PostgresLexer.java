package dev.slipway.postgres;

import dev.slipway.dialect.ScriptError;
import dev.slipway.dialect.ScriptException;

/**
 * Walks over a script token by token by the lexical rules of PostgreSQL (manual, 4.1 Lexical
 * Structure; {@code scan.l}), with standard conforming strings.
 *
 * <p>After {@link #next()} the token is between {@link #start()} and {@link #end()}; white space is
 * no token. Not thread-safe.
 */
final class PostgresLexer {

  /** What a token is. */
  enum Kind {
    /** A key word or a name without quotes. */
    WORD,
    /** A number or a parameter. */
    NUMBER,
    /** A literal or a name in quotes of any kind. */
    QUOTED,
    /** A run of operator characters. */
    OPERATOR,
    /** A single character with a meaning of its own, such as a parenthesis. */
    PUNCTUATION,
    /** A comment from two hyphens to the end of the line. */
    LINE_COMMENT,
    /** A comment between slash and asterisk, with those nested in it. */
    BLOCK_COMMENT,
    /** The script is at its end. */
    END
  }

  private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

  private final String text;
  private int start;
  private int end;
  private int line = 1;

  PostgresLexer(String text) {
    this.text = text;
  }

  /** The place of the token's first character, from 0. */
  int start() {
    return start;
  }

  /** The place after the token's last character. */
  int end() {
    return end;
  }

  /** The line on which the token begins, from 1. */
  int line() {
    return line;
  }

  /** The token as it is written. */
  String token() {
    return text.substring(start, end);
  }

  /** Goes on behind a place that is no token's end, such as behind rows. */
  void jump(int place) {
    end = place;
  }

  /** Goes on to the next token. */
  Kind next() {
    int from = start;
    start = end;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    for (int at = from; at < start; at++) {
      if (text.charAt(at) == '\n') {
        line++;
      }
    }
    end = start;
    return scan();
  }

  private Kind scan() {
    if (start >= text.length()) {
      return Kind.END;
    }
    char c = text.charAt(start);
    if (text.startsWith("--", start)) {
      end = endOfLine(start);
      return Kind.LINE_COMMENT;
    }
    if (text.startsWith("/*", start)) {
      end = endOfBlockComment();
      return Kind.BLOCK_COMMENT;
    }
    if (c == '\'' || c == '"') {
      end = endOfQuoted(start, c, false);
      return Kind.QUOTED;
    }
    if (c == '$') {
      return dollar();
    }
    if (isNameStart(c)) {
      return word(c);
    }
    if (isDigit(c) || (c == '.' && isDigit(at(start + 1)))) {
      end = start + 1;
      while (isDigit(at(end)) || isNameStart(at(end)) || at(end) == '.') {
        end++;
      }
      return Kind.NUMBER;
    }
    if (OPERATORS.indexOf(c) >= 0) {
      end = endOfOperator();
      return Kind.OPERATOR;
    }
    end = start + Character.charCount(text.codePointAt(start));
    return Kind.PUNCTUATION;
  }

  private Kind word(char c) {
    char second = at(start + 1);
    if (second == '\'' && "eEbBxXnN".indexOf(c) >= 0) {
      end = endOfQuoted(start + 1, '\'', c == 'e' || c == 'E');
      return Kind.QUOTED;
    }
    char third = at(start + 2);
    if (second == '&' && (c == 'u' || c == 'U') && (third == '\'' || third == '"')) {
      end = endOfQuoted(start + 2, third, false);
      return Kind.QUOTED;
    }
    end = start + 1;
    while (isNameStart(at(end)) || isDigit(at(end)) || at(end) == '$') {
      end++;
    }
    return Kind.WORD;
  }

  /** A literal between dollar tags, a parameter, or a lonely dollar sign. */
  private Kind dollar() {
    int tagEnd = start + 1;
    if (isNameStart(at(tagEnd))) {
      while (isNameStart(at(tagEnd)) || isDigit(at(tagEnd))) {
        tagEnd++;
      }
    }
    if (at(tagEnd) == '$') {
      String tag = text.substring(start, tagEnd + 1);
      int close = text.indexOf(tag, tagEnd + 1);
      if (close < 0) {
        throw unterminated("the dollar-quoted text that begins with " + tag);
      }
      end = close + tag.length();
      return Kind.QUOTED;
    }
    end = start + 1;
    while (isDigit(at(end))) {
      end++;
    }
    return end == start + 1 ? Kind.PUNCTUATION : Kind.NUMBER;
  }

  private int endOfQuoted(int open, char quote, boolean backslashes) {
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && backslashes) {
        at += 2;
      } else if (c != quote) {
        at++;
      } else if (at(at + 1) == quote) {
        at += 2;
      } else {
        int continued = backslashes ? continuation(at + 1) : -1;
        if (continued < 0) {
          return at + 1;
        }
        at = continued + 1;
      }
    }
    throw unterminated(quote == '"' ? "the name in double quotes" : "the text in single quotes");
  }

  /**
   * The quote that continues a literal after a line break, or -1: the literal keeps its escapes
   * there.
   */
  private int continuation(int from) {
    int at = from;
    boolean broken = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\n' || c == '\r') {
        broken = true;
        at++;
      } else if (isSpace(c)) {
        at++;
      } else if (broken && text.startsWith("--", at)) {
        at = endOfLine(at);
      } else {
        return broken && c == '\'' ? at : -1;
      }
    }
    return -1;
  }

  private int endOfLine(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private int endOfBlockComment() {
    int depth = 1;
    int at = start + 2;
    while (at < text.length()) {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
        if (depth == 0) {
          return at;
        }
      } else {
        at++;
      }
    }
    throw unterminated("the comment");
  }

  private int endOfOperator() {
    int at = start + 1;
    while (OPERATORS.indexOf(at(at)) >= 0
        && !text.startsWith("--", at)
        && !text.startsWith("/*", at)) {
      at++;
    }
    return at;
  }

  private ScriptException unterminated(String what) {
    return new ScriptException(
        ScriptError.UNTERMINATED_SCRIPT,
        line,
        what + " has no end.",
        "Close it, or double the quote that was meant literally.");
  }

  /** The character at a place; a space behind the end. */
  private char at(int place) {
    return place < text.length() ? text.charAt(place) : ' ';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u000B';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
  }
}
