package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The tokens of one statement without comments: key words in lower case, everything else as it is
 * written.
 *
 * @param list the tokens in their order
 */
record Words(List<String> list) {

  /** What is between parentheses is left out. */
  static Words outsideParentheses(String sql) {
    return of(sql, Integer.MAX_VALUE, true);
  }

  /** All tokens. */
  static Words of(String sql) {
    return of(sql, Integer.MAX_VALUE, false);
  }

  /** The first tokens, as many as are asked for or there are. */
  static Words first(String sql, int count) {
    return of(sql, count, false);
  }

  private static Words of(String sql, int count, boolean outside) {
    var lexer = new PostgresLexer(sql);
    var list = new ArrayList<String>();
    int depth = 0;
    while (list.size() < count) {
      switch (lexer.next()) {
        case END -> {
          return new Words(list);
        }
        case LINE_COMMENT, BLOCK_COMMENT -> {}
        case WORD -> add(list, folded(lexer.token()), depth);
        case NUMBER, QUOTED, OPERATOR -> add(list, lexer.token(), depth);
        case PUNCTUATION -> {
          String token = lexer.token();
          if (outside && token.equals(")")) {
            depth--;
          } else if (outside && token.equals("(")) {
            depth++;
          } else {
            add(list, token, depth);
          }
        }
      }
    }
    return new Words(list);
  }

  /** As the server folds it: in ASCII alone. */
  private static String folded(String word) {
    var folded = new StringBuilder(word);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        folded.setCharAt(i, (char) (c + ('a' - 'A')));
      }
    }
    return folded.toString();
  }

  private static void add(List<String> list, String token, int depth) {
    if (depth == 0) {
      list.add(token);
    }
  }

  /** A token; empty when there is none at the place. */
  String at(int place) {
    return place >= 0 && place < list.size() ? list.get(place) : "";
  }

  boolean has(String word) {
    return list.contains(word);
  }

  /** Whether it begins with these tokens. */
  boolean begins(String... tokens) {
    return list.size() >= tokens.length && list.subList(0, tokens.length).equals(List.of(tokens));
  }

  /** The place of the first of these tokens that follow each other; -1 when they do not. */
  int find(String... tokens) {
    return Collections.indexOfSubList(list, List.of(tokens));
  }

  /** The tokens from a place on. */
  Words from(int place) {
    return new Words(list.subList(Math.min(place, list.size()), list.size()));
  }

  /** The tokens before a word; all of them when it is not there. */
  Words before(String word) {
    int at = list.indexOf(word);
    return at < 0 ? this : new Words(list.subList(0, at));
  }

  /** The same without the tokens that it begins with, when it does. */
  Words without(String... tokens) {
    return begins(tokens) ? from(tokens.length) : this;
  }

  /** The tokens as a name that may be qualified, as {@code to_regclass} reads it. */
  String name() {
    return String.join("", list);
  }

  /** The tokens with a space between them. */
  String text() {
    return String.join(" ", list);
  }
}
