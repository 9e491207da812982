package dev.slipway.schema;

import org.jspecify.annotations.Nullable;

/**
 * Cuts the server's text of a range or a composite value: an element may be quoted, within quotes a
 * quote is doubled or escaped by a backslash, and nothing at all stands for no value.
 */
final class TextScanner {

  private final String text;
  private int at;

  TextScanner(String text) {
    this.text = text;
  }

  /** The next character, which is passed. */
  char next() {
    return text.charAt(at++);
  }

  /** Passes a word or character if it is the next. */
  boolean takes(String word) {
    boolean isNext = text.startsWith(word, at);
    at += isNext ? word.length() : 0;
    return isNext;
  }

  /** The element up to the character that ends it, which stays; null when there is none. */
  @Nullable String element(String ends) {
    var value = new StringBuilder();
    boolean isQuoted = false;
    boolean isThere = false;
    while (isQuoted || ends.indexOf(text.charAt(at)) < 0) {
      char c = next();
      isThere = true;
      if (c == '"' && isQuoted && takes("\"")) {
        value.append('"');
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else {
        value.append(c == '\\' ? next() : c);
      }
    }
    return isThere ? value.toString() : null;
  }

  /** An element in quotes; nothing for none. */
  static String quoted(@Nullable String element) {
    return element == null ? "" : "\"" + element.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
