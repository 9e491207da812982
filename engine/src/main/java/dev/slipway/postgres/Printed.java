package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.List;

/** Texts as the server prints them, taken apart where no quote or parenthesis is open. */
final class Printed {

  private Printed() {}

  /** The parts of a comma-separated list, stripped; none for an empty text. */
  static List<String> split(String printed) {
    var parts = new ArrayList<String>();
    int start = 0;
    int depth = 0;
    char quote = 0;
    boolean escapes = false;
    for (int i = 0; i < printed.length(); i++) {
      char c = printed.charAt(i);
      if (quote != 0) {
        if (c == '\\' && escapes) {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        escapes = c == '\'' && i > 0 && printed.charAt(i - 1) == 'E';
      } else if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth--;
      } else if (c == ',' && depth == 0) {
        parts.add(printed.substring(start, i).strip());
        start = i + 1;
      }
    }
    String last = printed.substring(start).strip();
    if (!last.isEmpty()) {
      parts.add(last);
    }
    return parts;
  }
}
